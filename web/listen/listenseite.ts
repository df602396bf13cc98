import { html, type SafeHtml } from '@remix-run/html-template';
import { frage } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import type { Seite } from '../../api/kern/seiten.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Bereich, Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import type { Listenspalte } from '../kern/listenspalte.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { alleEintraege, DATEI, dateizeile, gewuenschteForm, gibAus } from './ausgabe.ts';
import { auswahlworte, auswahlzeile } from './auswahl.ts';
import { tafel } from './tafel.ts';

export type Liste<E> = {
  readonly titel: string;
  readonly bereich: Bereich;
  readonly route: Route<Seite<E>>;
  readonly spalten: (konto: Konto) => readonly Listenspalte<E>[];
  /** What stands there when nothing does. */
  readonly leer: string;
  readonly davor?: (konto: Konto) => SafeHtml;
};

/** What the row is asked; that something was recorded is for the reader. */
const NUR_DER_SEITE = [DATEI, 'festgehalten'];

const fuerZeile = (abfrage: URLSearchParams): object =>
  Object.fromEntries([...abfrage].filter(([name]) => !NUR_DER_SEITE.includes(name)));

/** The page of a list: what the address says goes to the row as it is. Asked for a file, it is the whole list. */
export function listenseite<E>(liste: Liste<E>): (anfrage: Seitenanfrage) => Promise<Seitenantwort> {
  const { titel, bereich, route, spalten, leer, davor } = liste;
  return async (anfrage) => {
    const { umgebung, konto, abfrage } = anfrage;
    const form = gewuenschteForm(abfrage);
    const lies = (blatt: object): Promise<Seite<E>> =>
      frage(umgebung, route, { konto, abfrage: { ...fuerZeile(abfrage), ...blatt } });
    if (form !== null)
      return gibAus(anfrage, form, { titel, spalten: spalten(konto), eintraege: await alleEintraege(lies) });
    const seite = await lies({});
    const auswahl = auswahlworte(abfrage);
    const nichts = auswahl.length === 0 ? leer : 'Mit dieser Auswahl gibt es keinen Eintrag.';
    const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
      <h1 class="kern-heading-large">${titel}</h1>
      ${davor?.(konto)} ${auswahlzeile(auswahl)} ${tafel(seite, spalten(konto), { abfrage, leer: nichts })}
      ${seite.gesamt === 0 ? null : dateizeile(abfrage)}`;
    return { art: 'seite', titel, inhalt, bereich };
  };
}

import { html, type SafeHtml } from '@remix-run/html-template';
import { frage } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import type { Seite } from '../../api/kern/seiten.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Bereich, Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import type { Spalte } from '../kern/tabelle.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { auswahlworte, auswahlzeile } from './auswahl.ts';
import { tafel } from './tafel.ts';

export type Liste<E> = {
  readonly titel: string;
  readonly bereich: Bereich;
  readonly route: Route<Seite<E>>;
  readonly spalten: (konto: Konto) => readonly Spalte<E>[];
  /** What stands there when nothing does. */
  readonly leer: string;
  readonly davor?: (konto: Konto) => SafeHtml;
};

/** What the row is asked; that something was recorded is for the reader. */
const ohneErfolg = (abfrage: URLSearchParams): object =>
  Object.fromEntries([...abfrage].filter(([name]) => name !== 'festgehalten'));

/** The page of a list: what the address says goes to the row as it is. */
export function listenseite<E>(liste: Liste<E>): (anfrage: Seitenanfrage) => Promise<Seitenantwort> {
  const { titel, bereich, route, spalten, leer, davor } = liste;
  return async ({ umgebung, konto, abfrage }) => {
    const seite = await frage(umgebung, route, { konto, abfrage: ohneErfolg(abfrage) });
    const auswahl = auswahlworte(abfrage);
    const nichts = auswahl.length === 0 ? leer : 'Mit dieser Auswahl gibt es keinen Eintrag.';
    const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
      <h1 class="kern-heading-large">${titel}</h1>
      ${davor?.(konto)} ${auswahlzeile(auswahl)} ${tafel(seite, spalten(konto), { abfrage, leer: nichts })}`;
    return { art: 'seite', titel, inhalt, bereich };
  };
}

import { html, type SafeHtml } from '@remix-run/html-template';
import { vermerkeAusgabe } from '../../api/ausgabe/faelle.ts';
import { Absage } from '../../api/kern/absage.ts';
import type { Seite } from '../../api/kern/seiten.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { dateispalten, type Listenspalte } from '../kern/listenspalte.ts';
import { mit } from './blaettern.ts';
import { DATEIFORMEN, listendatei, type Dateiform } from './datei.ts';

/** Of the address of a list: what file somebody wants of it instead of the page. */
export const DATEI = 'datei';
const HOECHSTENS = 5_000;
const JE_SEITE = 100;

/** The form somebody asks for; null for the page itself. @throws Absage NICHT_GEFUNDEN for one there is not. */
export function gewuenschteForm(abfrage: URLSearchParams): Dateiform | null {
  const gewuenscht = abfrage.get(DATEI);
  if (gewuenscht === null) return null;
  const form = DATEIFORMEN.find((eine) => eine === gewuenscht);
  if (form === undefined) throw new Absage('NICHT_GEFUNDEN', 'Diese Form der Datei gibt es nicht.');
  return form;
}

type Lies<E> = (blatt: { readonly limit: string; readonly offset: string }) => Promise<Seite<E>>;

/** Every entry, page by page, as far as a file goes. @throws Absage REGEL for more. */
export async function alleEintraege<E>(lies: Lies<E>): Promise<readonly E[]> {
  const alle: E[] = [];
  for (;;) {
    const seite = await lies({ limit: String(JE_SEITE), offset: String(alle.length) });
    if (seite.gesamt > HOECHSTENS)
      throw new Absage(
        'REGEL',
        `Eine Datei fasst höchstens ${HOECHSTENS.toLocaleString('de-DE')} Einträge. Bitte wählen Sie vorher aus.`,
      );
    alle.push(...seite.eintraege);
    if (seite.eintraege.length < JE_SEITE || alle.length >= seite.gesamt) return alle;
  }
}

type Liste<E> = {
  readonly titel: string;
  readonly spalten: readonly Listenspalte<E>[];
  readonly eintraege: readonly E[];
};

/** The list as a file, and on record that it was taken along. */
export async function gibAus<E>(
  { umgebung, konto, ort }: Seitenanfrage,
  form: Dateiform,
  { titel, spalten, eintraege }: Liste<E>,
): Promise<Seitenantwort> {
  const datei = await listendatei(form, { name: titel, spalten: dateispalten(spalten), eintraege });
  await vermerkeAusgabe(umgebung, konto, { liste: ort, form, zeilen: eintraege.length });
  const name = `${titel} ${ortstag(umgebung.uhr.jetzt())}.${form}`;
  return { art: 'datei', name, ...datei };
}

const WORTE: Readonly<Record<Dateiform, string>> = { csv: 'CSV', xlsx: 'Excel' };

/** Under a list: the same as a file, with its filters and its order. */
export const dateizeile = (abfrage: URLSearchParams): SafeHtml =>
  html`<p class="leise nur-schirm">
    Diese Liste als Datei:
    ${DATEIFORMEN.map(
      (form) =>
        html`<a class="kern-link" href="${mit(abfrage, { [DATEI]: form, offset: '', festgehalten: '' })}"
          >${WORTE[form]}</a
        > `,
    )}
    Was Sie mitnehmen, steht im Protokoll.
  </p>`;

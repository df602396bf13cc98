import { and, sql, type AnyColumn, type SQL } from 'drizzle-orm';

/** Umlauts and their spelling with two letters are the same, and so are ß and ss (DIN 5007). */
const FALTUNG: readonly (readonly [zeichen: string, gefaltet: string])[] = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
];

const gefaltet = (spalte: AnyColumn): SQL =>
  FALTUNG.reduce((ausdruck, [von, zu]) => sql`replace(${ausdruck}, ${von}, ${zu})`, sql`lower(${spalte})`);

const faltung = (text: string): string =>
  FALTUNG.reduce((bisher, [von, zu]) => bisher.replaceAll(von, zu), text.normalize('NFC').toLowerCase());

/** Every word of the search stands somewhere in the name, in any order and case. */
export function enthaeltTeile(spalte: AnyColumn, gesucht: string): SQL | undefined {
  const worte = faltung(gesucht)
    .split(/[\s,;]+/u)
    .filter((wort) => wort !== '');
  return and(...worte.map((wort) => sql`strpos(${gefaltet(spalte)}, ${wort}) > 0`));
}

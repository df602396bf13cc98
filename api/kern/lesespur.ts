import type { Transaktion } from '../../db/client.ts';
import { vermerkeListenblick, vermerkeListenblickUndLies } from '../../db/lesespur.ts';
import type { Zweck } from '../../db/systemzugriff.ts';
import type { Seitenwahl } from './seiten.ts';
import { suchanfaenge, suchmerkmal } from './suchmerkmale.ts';
import type { Umgebung } from './umgebung.ts';

/** Lists and searches that show persons or cases, as whoever reads the audit calls them (ADR 61). */
export const LISTENNAMEN = {
  personen: 'Personen',
  faelle: 'Fälle',
  meine_fristen: 'Meine Fristen',
  team_fristen: 'Fristen der Teams',
  nachhaltungen: 'Nachhaltungen',
  vormerkungen: 'Vormerkungen',
  besprechung: 'Teambesprechung',
  eingang: 'Eingang',
  eigene_wiedervorlagen: 'Eigene Wiedervorlagen',
  kalender: 'Fristen im eigenen Kalender',
  protokoll: 'Protokoll eines Kontos oder des Hauses',
  protokollsuche: 'Suche im Protokoll',
} as const;
export type Listenname = keyof typeof LISTENNAMEN;

const KEIN_FILTER: ReadonlySet<string> = new Set<keyof Seitenwahl | 'sortierung'>([
  'limit',
  'offset',
  'sortierung',
]);

/** What somebody looked for, without page and order. */
const filterIn = (wahl: object): [feld: string, wert: unknown][] =>
  Object.entries(wahl).filter(([feld, wert]) => wert !== undefined && !KEIN_FILTER.has(feld));

/** A page of a list was shown: in its transaction, with the number of rows and the filters as hashes (DS-29, ADR 61). */
export async function vermerkeListe(
  tx: Transaktion,
  { uhr, suchschluessel }: Pick<Umgebung, 'uhr' | 'suchschluessel'>,
  was: {
    readonly liste: Listenname;
    readonly wahl: object;
    readonly zeilen: number;
    /** What the rest of the transaction is read for, beyond the rights of whoever looks. */
    readonly dannAls?: Zweck;
  },
): Promise<void> {
  const { liste, wahl, zeilen, dannAls } = was;
  const am = uhr.jetzt();
  const filter = filterIn(wahl);
  const schluessel = filter.length === 0 ? Buffer.alloc(0) : await suchschluessel(am);
  const blick = {
    liste,
    am,
    merkmale: filter.map(([feld, wert]) => suchmerkmal(schluessel, feld, wert)),
    anfaenge: filter.flatMap(([feld, wert]) => suchanfaenge(schluessel, feld, wert)),
    zeilen,
  };
  if (dannAls === undefined) await vermerkeListenblick(tx, blick);
  else await vermerkeListenblickUndLies(tx, dannAls, blick);
}

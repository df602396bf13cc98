import { sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import { werdeNach, type Transaktion } from './client.ts';
import type { Zweck } from './systemzugriff.ts';

/** A look at a list: its filters as `field=hash`, the same of what their values begin with, and how many rows it showed. */
export type Listenblick = {
  readonly liste: string;
  readonly am: Instant;
  readonly merkmale: readonly string[];
  readonly anfaenge: readonly string[];
  readonly zeilen: number | SQL;
};

const alsFeld = (werte: readonly string[]): string => `{${werte.join(',')}}`;

/** What takes a look down, for a statement of its own or as a part of one that counts the rows itself. */
export const vermerk = ({ liste, am, merkmale, anfaenge, zeilen }: Listenblick): SQL =>
  sql`select lotse_vermerke_liste(${liste}, ${am}::timestamptz, ${alsFeld(merkmale)}::text[],
    ${alsFeld(anfaenge)}::text[], ${zeilen}::integer)`;

/** Into the open row of whoever acts, or a new one (0030_lesespur.sql): one statement, which waits for nobody else's. */
export async function vermerkeListenblick(tx: Transaktion, blick: Listenblick): Promise<void> {
  await tx.execute(vermerk(blick));
}

/** The same, and the rest of the transaction reads as a part of Lotse: nothing is said to go back, because nothing follows. */
export async function vermerkeListenblickUndLies(
  tx: Transaktion,
  zweck: Zweck,
  blick: Listenblick,
): Promise<void> {
  await werdeNach(tx, `system:${zweck}`, vermerk(blick));
}

/** Makes entries of the audit of everything still open; what a request holds just now waits for the next time. */
export async function schliesseSpuren(tx: Transaktion): Promise<void> {
  await tx.execute(sql`select lotse_schliesse_spuren()`);
}

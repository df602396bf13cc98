import { eq, sql } from 'drizzle-orm';
import type { Transaktion } from '../client.ts';
import { loeschstand } from '../schema/index.ts';
import type { Loeschbuch } from './buch.ts';

const EINZIGE = 1;

/** The line of the ledger up to which this database is erased. */
async function liesLoeschstand(tx: Transaktion): Promise<number> {
  const [zeile] = await tx
    .select({ zeile: loeschstand.zeile })
    .from(loeschstand)
    .where(eq(loeschstand.id, EINZIGE));
  return zeile?.zeile ?? 0;
}

/** Never backwards: two batches may report in any order. */
export async function setzeLoeschstand(tx: Transaktion, zeile: number): Promise<void> {
  await tx
    .insert(loeschstand)
    .values({ id: EINZIGE, zeile })
    .onConflictDoUpdate({
      target: loeschstand.id,
      set: { zeile: sql`greatest(${loeschstand.zeile}, excluded.zeile)` },
    });
}

/** How database and ledger stand to each other: a restored backup is behind, a lost ledger is too short (S8). */
export type Buchvergleich = 'gleichauf' | 'datenbank_aelter' | 'buch_fehlt';

export async function vergleicheMitBuch(tx: Transaktion, buch: Loeschbuch): Promise<Buchvergleich> {
  const stand = await liesLoeschstand(tx);
  if (stand > ((await buch.letzte())?.nr ?? 0)) return 'buch_fehlt';
  return stand < (await buch.verlangterStand()) ? 'datenbank_aelter' : 'gleichauf';
}

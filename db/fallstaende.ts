import { eq, or, sql } from 'drizzle-orm';
import { aufHeutigenStand } from '../domain/fall/altstand.ts';
import type { BestehenderFall } from '../domain/fall/fall.ts';
import type { Transaktion } from './client.ts';
import { fall } from './schema/index.ts';

/** A case that still has somebody responsible: open, or with duties after its end. */
export const laufenderFall = or(eq(fall.offen, true), sql`cardinality(${fall.neben}) > 0`);

/** The cases of a person as they stand; all of them only where the transaction may see all (db/systemzugriff.ts). */
export async function liesFallstaende(tx: Transaktion, personId: string): Promise<BestehenderFall[]> {
  const zeilen = await tx.select({ stand: fall.stand }).from(fall).where(eq(fall.personId, personId));
  return zeilen.map(({ stand }) => aufHeutigenStand(stand));
}

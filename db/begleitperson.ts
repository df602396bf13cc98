import { and, asc, eq } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { begleitperson } from './schema/index.ts';

export type Begleitpersonzeile = typeof begleitperson.$inferSelect;

/** The Begleitpersonen of a person in the order in which they were named. */
export async function liesBegleitpersonen(tx: Transaktion, personId: string): Promise<Begleitpersonzeile[]> {
  return tx
    .select()
    .from(begleitperson)
    .where(eq(begleitperson.personId, personId))
    .orderBy(asc(begleitperson.angelegtAm), asc(begleitperson.id));
}

export async function fuegeBegleitpersonAn(
  tx: Transaktion,
  neu: typeof begleitperson.$inferInsert,
): Promise<void> {
  await tx.insert(begleitperson).values(neu);
}

/** The new version, or null when the person has no such Begleitperson at that version. */
export async function aendereBegleitperson(
  tx: Transaktion,
  wo: { readonly id: string; readonly personId: string; readonly version: number },
  werte: Partial<Pick<Begleitpersonzeile, 'rolle' | 'name' | 'kontakt' | 'beiTerminabsageInformieren'>>,
): Promise<number | null> {
  const { id, personId, version } = wo;
  const trifft = and(
    eq(begleitperson.id, id),
    eq(begleitperson.personId, personId),
    eq(begleitperson.version, version),
  );
  const [zeile] = await tx
    .update(begleitperson)
    .set({ ...werte, version: version + 1 })
    .where(trifft)
    .returning({ version: begleitperson.version });
  return zeile?.version ?? null;
}

import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { eaktenverweis } from './schema/index.ts';

export type Verweiszeile = typeof eaktenverweis.$inferSelect;

/** References of a case to documents of the eAkte, in the order they were entered, those taken back with them. */
export function liesVerweise(tx: Transaktion, fallId: string): Promise<Verweiszeile[]> {
  return tx
    .select()
    .from(eaktenverweis)
    .where(eq(eaktenverweis.fallId, fallId))
    .orderBy(asc(eaktenverweis.erfasstAm), asc(eaktenverweis.id));
}

export async function fuegeVerweisAn(tx: Transaktion, neu: typeof eaktenverweis.$inferInsert): Promise<void> {
  await tx.insert(eaktenverweis).values(neu);
}

/** Its content goes; false when it was taken back already. */
export async function nimmVerweisZurueck(
  tx: Transaktion,
  { id, fallId }: { readonly id: string; readonly fallId: string },
  werte: Pick<Verweiszeile, 'zurueckgenommenAm' | 'zurueckgenommenVon' | 'ruecknahmegrund'>,
): Promise<boolean> {
  const zeilen = await tx
    .update(eaktenverweis)
    .set({ ...werte, nummer: null, datum: null, titel: null })
    .where(
      and(
        eq(eaktenverweis.id, id),
        eq(eaktenverweis.fallId, fallId),
        isNull(eaktenverweis.zurueckgenommenAm),
      ),
    )
    .returning({ id: eaktenverweis.id });
  return zeilen.length > 0;
}

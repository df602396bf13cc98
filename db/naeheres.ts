import { eq, getTableColumns } from 'drizzle-orm';
import type { BestehenderFall } from '../domain/fall/fall.ts';
import type { Transaktion } from './client.ts';
import { alsSystem } from './systemzugriff.ts';
import { liesFallstaende } from './fallstaende.ts';
import { handlungsbedarf, handlungsbedarfNaeheres } from './schema/index.ts';

export type Naeheres = typeof handlungsbedarfNaeheres.$inferSelect;

/** What is K4 of the Handlungsbedarfe of a person, by their id; row-level security gives it to those only who may read K4. */
export async function liesNaeheres(
  tx: Transaktion,
  personId: string,
): Promise<ReadonlyMap<string, Naeheres>> {
  const zeilen = await tx
    .select(getTableColumns(handlungsbedarfNaeheres))
    .from(handlungsbedarfNaeheres)
    .innerJoin(handlungsbedarf, eq(handlungsbedarf.id, handlungsbedarfNaeheres.handlungsbedarfId))
    .where(eq(handlungsbedarf.personId, personId));
  return new Map(zeilen.map((zeile) => [zeile.handlungsbedarfId, zeile]));
}

/** Writes what is named; the rest stays. */
export async function setzeNaeheres(
  tx: Transaktion,
  neu: typeof handlungsbedarfNaeheres.$inferInsert,
): Promise<void> {
  await tx
    .insert(handlungsbedarfNaeheres)
    .values(neu)
    .onConflictDoUpdate({ target: handlungsbedarfNaeheres.handlungsbedarfId, set: neu });
}

/** A Handlungsbedarf that is reopened was helped by nothing yet, whoever reopens it: nobody is shown what is forgotten. */
export function vergissInstrument(tx: Transaktion, handlungsbedarfId: string): Promise<unknown> {
  return alsSystem(tx, 'wieder_offen', () =>
    tx
      .update(handlungsbedarfNaeheres)
      .set({ wirksamesInstrument: null })
      .where(eq(handlungsbedarfNaeheres.handlungsbedarfId, handlungsbedarfId)),
  );
}

/** The cases of a person as they stand, for the Prozessphase of a day (E05); only that phase leaves here. */
export function liesStaende(tx: Transaktion, personId: string): Promise<BestehenderFall[]> {
  return alsSystem(tx, 'prozessphase', () => liesFallstaende(tx, personId));
}

import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { einwilligung, einwilligungWiderruf } from './schema/index.ts';

export type Einwilligungszeile = typeof einwilligung.$inferSelect & { readonly widerrufenAm: string | null };

/** The consents of a person, oldest first, each with the day of its revocation. */
export async function liesEinwilligungen(tx: Transaktion, personId: string): Promise<Einwilligungszeile[]> {
  return tx
    .select({ ...getTableColumns(einwilligung), widerrufenAm: einwilligungWiderruf.widerrufenAm })
    .from(einwilligung)
    .leftJoin(einwilligungWiderruf, eq(einwilligungWiderruf.einwilligungId, einwilligung.id))
    .where(eq(einwilligung.personId, personId))
    .orderBy(asc(einwilligung.erteiltAm), asc(einwilligung.erfasstAm), asc(einwilligung.id));
}

/** The same without who receives what, which is a text, and who noted it: for the worker. */
export function liesEinwilligungsstaende(
  tx: Transaktion,
  personId: string,
): Promise<Omit<Einwilligungszeile, 'empfaenger' | 'erfasstVon'>[]> {
  const e = einwilligung;
  return tx
    .select({
      id: e.id,
      personId: e.personId,
      zweck: e.zweck,
      datenkategorien: e.datenkategorien,
      entbundeneStellen: e.entbundeneStellen,
      leistungserbringerId: e.leistungserbringerId,
      form: e.form,
      erteiltAm: e.erteiltAm,
      gueltigBis: e.gueltigBis,
      erfasstAm: e.erfasstAm,
      widerrufenAm: einwilligungWiderruf.widerrufenAm,
    })
    .from(einwilligung)
    .leftJoin(einwilligungWiderruf, eq(einwilligungWiderruf.einwilligungId, einwilligung.id))
    .where(eq(einwilligung.personId, personId))
    .orderBy(asc(einwilligung.erteiltAm), asc(einwilligung.erfasstAm), asc(einwilligung.id));
}

export async function fuegeEinwilligungAn(
  tx: Transaktion,
  neu: typeof einwilligung.$inferInsert,
): Promise<void> {
  await tx.insert(einwilligung).values(neu);
}

/** False when the consent is revoked already. */
export async function fuegeWiderrufAn(
  tx: Transaktion,
  neu: typeof einwilligungWiderruf.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx
    .insert(einwilligungWiderruf)
    .values(neu)
    .onConflictDoNothing()
    .returning({ id: einwilligungWiderruf.einwilligungId });
  return zeilen.length > 0;
}

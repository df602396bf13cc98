import { and, desc, eq } from 'drizzle-orm';
import { auszug, gesamt, type Auszug, type Blatt } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { befragung, beschwerde, erbringerbericht, zielwert } from './schema/index.ts';

export type Beschwerdezeile = typeof beschwerde.$inferSelect;
export type Befragungszeile = typeof befragung.$inferSelect;
export type Zielwertzeile = typeof zielwert.$inferSelect;
export type Berichtzeile = typeof erbringerbericht.$inferSelect;

/** A page of the complaints of a team, the newest first. */
export async function liesBeschwerden(
  tx: Transaktion,
  teamId: string,
  { limit, offset }: Blatt,
): Promise<Auszug<Beschwerdezeile>> {
  const zeilen = await tx
    .select({ zeile: beschwerde, gesamt })
    .from(beschwerde)
    .where(eq(beschwerde.teamId, teamId))
    .orderBy(desc(beschwerde.eingegangenAm), desc(beschwerde.erfasstAm), desc(beschwerde.id))
    .limit(limit)
    .offset(offset);
  const { gesamt: anzahl, zeilen: blatt } = auszug(zeilen);
  return { gesamt: anzahl, zeilen: blatt.map(({ zeile }) => zeile) };
}

/** A complaint of the team, locked until its answer is written. */
export async function sperreBeschwerde(
  tx: Transaktion,
  { id, teamId }: { readonly id: string; readonly teamId: string },
): Promise<Beschwerdezeile | null> {
  const [zeile] = await tx
    .select()
    .from(beschwerde)
    .where(and(eq(beschwerde.id, id), eq(beschwerde.teamId, teamId)))
    .for('update');
  return zeile ?? null;
}

export async function legeBeschwerdeAn(tx: Transaktion, neu: typeof beschwerde.$inferInsert): Promise<void> {
  await tx.insert(beschwerde).values(neu);
}

export async function beantworte(
  tx: Transaktion,
  id: string,
  werte: Pick<Beschwerdezeile, 'antwort' | 'beantwortetAm' | 'version'>,
): Promise<void> {
  await tx.update(beschwerde).set(werte).where(eq(beschwerde.id, id));
}

/** A page of the results of a team, the newest first. */
export async function liesBefragungen(
  tx: Transaktion,
  teamId: string,
  { limit, offset }: Blatt,
): Promise<Auszug<Befragungszeile>> {
  const zeilen = await tx
    .select({ zeile: befragung, gesamt })
    .from(befragung)
    .where(eq(befragung.teamId, teamId))
    .orderBy(desc(befragung.bis), desc(befragung.erfasstAm), desc(befragung.id))
    .limit(limit)
    .offset(offset);
  const { gesamt: anzahl, zeilen: blatt } = auszug(zeilen);
  return { gesamt: anzahl, zeilen: blatt.map(({ zeile }) => zeile) };
}

export async function legeBefragungAn(tx: Transaktion, neu: typeof befragung.$inferInsert): Promise<void> {
  await tx.insert(befragung).values(neu);
}

/** The targets of a team as they stand: of each indicator and time the newest. */
export async function liesZielwerte(tx: Transaktion, teamId: string): Promise<Zielwertzeile[]> {
  const { kennzahl, von, bis, nr } = zielwert;
  return tx
    .selectDistinctOn([kennzahl, von, bis])
    .from(zielwert)
    .where(eq(zielwert.teamId, teamId))
    .orderBy(kennzahl, von, bis, desc(nr));
}

export async function legeZielwertFest(tx: Transaktion, neu: typeof zielwert.$inferInsert): Promise<void> {
  await tx.insert(zielwert).values(neu);
}

/** The yearly reports of a provider as they stand: of each year the newest. */
export async function liesBerichte(tx: Transaktion, erbringerId: string): Promise<Berichtzeile[]> {
  const { jahr, leistungserbringerId, nr } = erbringerbericht;
  return tx
    .selectDistinctOn([jahr])
    .from(erbringerbericht)
    .where(eq(leistungserbringerId, erbringerId))
    .orderBy(desc(jahr), desc(nr));
}

export async function legeBerichtAb(
  tx: Transaktion,
  neu: typeof erbringerbericht.$inferInsert,
): Promise<void> {
  await tx.insert(erbringerbericht).values(neu);
}

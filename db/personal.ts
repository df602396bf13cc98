import { and, asc, eq, isNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import {
  abwesenheit,
  externnachweis,
  mitarbeitende,
  qualifikation,
  team,
  teamverantwortung,
  vertretungsring,
} from './schema/index.ts';

export type Personalzeile = typeof mitarbeitende.$inferSelect;
type Genannt = { readonly id: string; readonly version: number };

/** Changed columns; those not named, or named without a value, stay. */
export type Werte<Tabelle> = { readonly [Spalte in keyof Tabelle]?: Tabelle[Spalte] | undefined };

/**
 * A colleague, locked, so that what is checked about the colleague still holds when the transaction ends. References stay
 * possible: the claim of every write is one, and two writes of the same colleague would wait for each other.
 */
export async function sperreMitarbeitende(tx: Transaktion, id: string): Promise<Personalzeile | null> {
  const [zeile] = await tx.select().from(mitarbeitende).where(eq(mitarbeitende.id, id)).for('no key update');
  return zeile ?? null;
}

/** False when the login belongs to a colleague already. */
export async function legeMitarbeitendeAn(
  tx: Transaktion,
  neu: typeof mitarbeitende.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx
    .insert(mitarbeitende)
    .values(neu)
    .onConflictDoNothing({ target: mitarbeitende.subjekt })
    .returning({ id: mitarbeitende.id });
  return zeilen.length > 0;
}

/** Is there anybody who could name others? */
export async function gibtBereichsleitung(tx: Transaktion): Promise<boolean> {
  const { id, rolle, aktiv } = mitarbeitende;
  const aktive = and(eq(rolle, 'bereichsleitung'), eq(aktiv, true));
  return (await tx.select({ id }).from(mitarbeitende).where(aktive).limit(1)).length > 0;
}

/** The account of a login; null when there is none. */
export async function kontoMitSubjekt(tx: Transaktion, subjekt: string): Promise<string | null> {
  const [zeile] = await tx
    .select({ id: mitarbeitende.id })
    .from(mitarbeitende)
    .where(eq(mitarbeitende.subjekt, subjekt));
  return zeile?.id ?? null;
}

/** Another login for an account; false when it belongs to somebody else. */
export async function setzeSubjekt(tx: Transaktion, id: string, subjekt: string): Promise<boolean> {
  const anderer = await kontoMitSubjekt(tx, subjekt);
  if (anderer !== null && anderer !== id) return false;
  await tx
    .update(mitarbeitende)
    .set({ subjekt, version: sql`${mitarbeitende.version} + 1` })
    .where(eq(mitarbeitende.id, id));
  return true;
}

/** The new version; null when the known one is no longer the newest. */
export async function aendereMitarbeitende(
  tx: Transaktion,
  { id, version }: Genannt,
  werte: Werte<typeof mitarbeitende.$inferInsert>,
): Promise<number | null> {
  const [zeile] = await tx
    .update(mitarbeitende)
    .set({ ...werte, version: sql`${mitarbeitende.version} + 1` })
    .where(and(eq(mitarbeitende.id, id), eq(mitarbeitende.version, version)))
    .returning({ version: mitarbeitende.version });
  return zeile?.version ?? null;
}

/**
 * Makes these the teams a colleague leads, oversees or evaluates. What stays is not touched: whoever gives a team away must
 * still be seen to have a say in it (row-level security).
 */
export async function setzeVerantwortung(
  tx: Transaktion,
  mitarbeitendeId: string,
  teams: readonly string[],
): Promise<void> {
  const seine = eq(teamverantwortung.mitarbeitendeId, mitarbeitendeId);
  await tx.delete(teamverantwortung).where(and(seine, notInArray(teamverantwortung.teamId, [...teams])));
  const bleibt = await tx.select({ id: teamverantwortung.teamId }).from(teamverantwortung).where(seine);
  const vorhanden = new Set(bleibt.map(({ id }) => id));
  const zeilen = [...new Set(teams)]
    .filter((teamId) => !vorhanden.has(teamId))
    .map((teamId) => ({ id: sql`gen_random_uuid()`, mitarbeitendeId, teamId }));
  if (zeilen.length > 0) await tx.insert(teamverantwortung).values(zeilen);
}

export async function liesTeam(tx: Transaktion, id: string): Promise<typeof team.$inferSelect | null> {
  const [zeile] = await tx.select().from(team).where(eq(team.id, id));
  return zeile ?? null;
}

/** False when the sign belongs to a team already. */
export async function legeTeamAn(tx: Transaktion, neu: typeof team.$inferInsert): Promise<boolean> {
  const zeilen = await tx
    .insert(team)
    .values(neu)
    .onConflictDoNothing({ target: team.kennzeichen })
    .returning({ id: team.id });
  return zeilen.length > 0;
}

/** Is the sign taken by another team? */
export async function kennzeichenVergeben(
  tx: Transaktion,
  kennzeichen: string,
  ausser: string,
): Promise<boolean> {
  const zeilen = await tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.kennzeichen, kennzeichen), ne(team.id, ausser)));
  return zeilen.length > 0;
}

/** The new version; null when the known one is no longer the newest. */
export async function aendereTeam(
  tx: Transaktion,
  { id, version }: Genannt,
  werte: Werte<typeof team.$inferInsert>,
): Promise<number | null> {
  const [zeile] = await tx
    .update(team)
    .set({ ...werte, version: sql`${team.version} + 1` })
    .where(and(eq(team.id, id), eq(team.version, version)))
    .returning({ version: team.version });
  return zeile?.version ?? null;
}

export type Abwesenheitszeile = typeof abwesenheit.$inferSelect;

/** All absences of a colleague, cancelled ones too, the newest first day last. */
export async function liesAbwesenheitenVon(
  tx: Transaktion,
  mitarbeitendeId: string,
): Promise<Abwesenheitszeile[]> {
  return tx
    .select()
    .from(abwesenheit)
    .where(eq(abwesenheit.mitarbeitendeId, mitarbeitendeId))
    .orderBy(asc(abwesenheit.von), asc(abwesenheit.id));
}

export async function liesAbwesenheit(tx: Transaktion, id: string): Promise<Abwesenheitszeile | null> {
  const [zeile] = await tx.select().from(abwesenheit).where(eq(abwesenheit.id, id));
  return zeile ?? null;
}

export async function fuegeAbwesenheitAn(
  tx: Transaktion,
  neu: typeof abwesenheit.$inferInsert,
): Promise<void> {
  await tx.insert(abwesenheit).values(neu);
}

/** The new version; null when the known one is no longer the newest or the absence was cancelled. */
export async function aendereAbwesenheit(
  tx: Transaktion,
  { id, version }: Genannt,
  werte: Werte<Pick<Abwesenheitszeile, 'bis' | 'storniertAm'>>,
): Promise<number | null> {
  const [zeile] = await tx
    .update(abwesenheit)
    .set({ ...werte, version: sql`${abwesenheit.version} + 1` })
    .where(and(eq(abwesenheit.id, id), eq(abwesenheit.version, version), isNull(abwesenheit.storniertAm)))
    .returning({ version: abwesenheit.version });
  return zeile?.version ?? null;
}

/** A new version of the ring; false when somebody else was quicker. */
export async function fuegeRingAn(
  tx: Transaktion,
  neu: typeof vertretungsring.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx
    .insert(vertretungsring)
    .values(neu)
    .onConflictDoNothing()
    .returning({ version: vertretungsring.version });
  return zeilen.length > 0;
}

export async function fuegeQualifikationAn(
  tx: Transaktion,
  neu: typeof qualifikation.$inferInsert,
): Promise<void> {
  await tx.insert(qualifikation).values(neu);
}

export async function fuegeNachweisAn(
  tx: Transaktion,
  neu: typeof externnachweis.$inferInsert,
): Promise<void> {
  await tx.insert(externnachweis).values(neu);
}

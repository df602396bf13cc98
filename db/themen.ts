import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { interessenkonflikt, mitarbeitende, team, thema, themenzustaendigkeit } from './schema/index.ts';

export type Themazeile = typeof thema.$inferSelect;
export type Zustaendigkeitszeile = typeof themenzustaendigkeit.$inferInsert;

/** Themes with their responsibilities, by name (E42). */
export async function liesThemen(tx: Transaktion) {
  const themen = await tx.select().from(thema).orderBy(asc(thema.name));
  const zustaendig = await tx
    .select({
      themaId: themenzustaendigkeit.themaId,
      fm: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
      kontaktTeam: { id: team.id, kennzeichen: team.kennzeichen },
    })
    .from(themenzustaendigkeit)
    .innerJoin(mitarbeitende, eq(mitarbeitende.id, themenzustaendigkeit.fmId))
    .leftJoin(team, eq(team.id, themenzustaendigkeit.kontaktTeamId))
    .orderBy(asc(mitarbeitende.anzeigename), asc(team.kennzeichen));
  return themen.map((t) => ({
    ...t,
    zustaendig: zustaendig
      .filter(({ themaId }) => themaId === t.id)
      .map(({ fm, kontaktTeam }) => ({ fm, kontaktTeam })),
  }));
}

/** False when the name is taken. */
export async function legeThemaAn(tx: Transaktion, neu: { id: string; name: string }): Promise<boolean> {
  const zeilen = await tx.insert(thema).values(neu).onConflictDoNothing().returning({ id: thema.id });
  return zeilen.length > 0;
}

/** The new version, or null when somebody was faster. */
export async function aendereThema(
  tx: Transaktion,
  wo: { readonly id: string; readonly version: number },
  werte: Partial<Pick<Themazeile, 'name' | 'aktiv'>>,
): Promise<number | null> {
  const [zeile] = await tx
    .update(thema)
    .set({ ...werte, version: wo.version + 1 })
    .where(and(eq(thema.id, wo.id), eq(thema.version, wo.version)))
    .returning({ version: thema.version });
  return zeile?.version ?? null;
}

export async function gibtThema(tx: Transaktion, wahl: { id: string } | { name: string }): Promise<boolean> {
  const [zeile] = await tx
    .select({ id: thema.id })
    .from(thema)
    .where('id' in wahl ? eq(thema.id, wahl.id) : eq(thema.name, wahl.name));
  return zeile !== undefined;
}

/** Puts the given responsibilities in the place of those a theme had; who had them stays in the audit. */
export async function ersetzeZustaendigkeiten(
  tx: Transaktion,
  themaId: string,
  zeilen: readonly Zustaendigkeitszeile[],
): Promise<void> {
  await tx.delete(themenzustaendigkeit).where(eq(themenzustaendigkeit.themaId, themaId));
  if (zeilen.length > 0) await tx.insert(themenzustaendigkeit).values([...zeilen]);
}

/** The themes a Fallmanager answers for, each with the team it is about (E42, R16). */
export async function liesThemenVon(
  tx: Transaktion,
  fm: string,
): Promise<{ readonly thema: string; readonly kontaktTeam: string | null }[]> {
  return tx
    .select({ thema: thema.name, kontaktTeam: team.kennzeichen })
    .from(themenzustaendigkeit)
    .innerJoin(thema, and(eq(thema.id, themenzustaendigkeit.themaId), eq(thema.aktiv, true)))
    .leftJoin(team, eq(team.id, themenzustaendigkeit.kontaktTeamId))
    .where(eq(themenzustaendigkeit.fmId, fm))
    .orderBy(asc(thema.name), asc(team.kennzeichen));
}

/** Gives the themes of one Fallmanager to another. */
export async function uebergibThemen(tx: Transaktion, von: string, an: string): Promise<void> {
  await tx.update(themenzustaendigkeit).set({ fmId: an }).where(eq(themenzustaendigkeit.fmId, von));
}

/** False when the conflict is noted already. */
export async function vermerkeKonflikt(
  tx: Transaktion,
  neu: typeof interessenkonflikt.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx
    .insert(interessenkonflikt)
    .values(neu)
    .onConflictDoNothing()
    .returning({ id: interessenkonflikt.id });
  return zeilen.length > 0;
}

/** Conflicts with a person that still hold, as far as row-level security shows them, the oldest first. */
export async function liesKonflikteMit(tx: Transaktion, personId: string) {
  const { id, vermerktAm, version } = interessenkonflikt;
  return tx
    .select({
      id,
      fm: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
      vermerktAm,
      version,
    })
    .from(interessenkonflikt)
    .innerJoin(mitarbeitende, eq(mitarbeitende.id, interessenkonflikt.fmId))
    .where(and(eq(interessenkonflikt.personId, personId), isNull(interessenkonflikt.aufgehobenAm)))
    .orderBy(asc(vermerktAm), asc(id));
}

export type Konfliktzeile = typeof interessenkonflikt.$inferSelect;

export async function liesKonflikt(tx: Transaktion, id: string): Promise<Konfliktzeile | null> {
  const [zeile] = await tx.select().from(interessenkonflikt).where(eq(interessenkonflikt.id, id));
  return zeile ?? null;
}

/** The new version, or null when it was lifted or changed meanwhile. */
export async function hebeKonfliktAuf(
  tx: Transaktion,
  wo: { readonly id: string; readonly version: number },
  von: { readonly aufgehobenAm: string; readonly aufgehobenVon: string },
): Promise<number | null> {
  const [zeile] = await tx
    .update(interessenkonflikt)
    .set({ ...von, version: wo.version + 1 })
    .where(
      and(
        eq(interessenkonflikt.id, wo.id),
        eq(interessenkonflikt.version, wo.version),
        isNull(interessenkonflikt.aufgehobenAm),
      ),
    )
    .returning({ version: interessenkonflikt.version });
  return zeile?.version ?? null;
}

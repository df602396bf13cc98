import { asc, eq, sql } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { laufenderFall } from './fallstaende.ts';
import { alsSystem } from './systemzugriff.ts';
import { ausgang, fall, kalenderabweichung, team, vorgang } from './schema/index.ts';

export async function liesTeams(tx: Transaktion): Promise<(typeof team.$inferSelect)[]> {
  return tx.select().from(team).orderBy(asc(team.kennzeichen));
}

export async function gibtTeam(tx: Transaktion, id: string): Promise<boolean> {
  const [zeile] = await tx.select({ id: team.id }).from(team).where(eq(team.id, id));
  return zeile !== undefined;
}

export type Abweichungszeile = { readonly tag: string; readonly frei: boolean; readonly grund: string };

export async function liesAbweichungen(tx: Transaktion): Promise<Abweichungszeile[]> {
  const { tag, frei, grund } = kalenderabweichung;
  return tx.select({ tag, frei, grund }).from(kalenderabweichung).orderBy(asc(tag));
}

/** False when the day already has a deviation. */
export async function fuegeAbweichungAn(
  tx: Transaktion,
  neu: typeof kalenderabweichung.$inferInsert,
): Promise<boolean> {
  const zeilen = await tx
    .insert(kalenderabweichung)
    .values(neu)
    .onConflictDoNothing()
    .returning({ tag: kalenderabweichung.tag });
  return zeilen.length > 0;
}

/** One signal for everything that still carries duties: it computes its Fristen anew (architecture.md 4). */
export async function kuendigeKalenderAn(tx: Transaktion, am: string): Promise<void> {
  const { faelle, vorgaenge } = await alsSystem(tx, 'signal', async () => ({
    faelle: await tx.select({ id: fall.id }).from(fall).where(laufenderFall),
    vorgaenge: await tx.select({ id: vorgang.id }).from(vorgang).where(eq(vorgang.offen, true)),
  }));
  const zeilen = [
    ...faelle.map(({ id }) => ({ fallId: id })),
    ...vorgaenge.map(({ id }) => ({ vorgangId: id })),
  ];
  const meldung = { id: sql`gen_random_uuid()`, art: 'kalender' as const, erstelltAm: am };
  for (let ab = 0; ab < zeilen.length; ab += 5_000)
    await tx.insert(ausgang).values(zeilen.slice(ab, ab + 5_000).map((ziel) => ({ ...meldung, ...ziel })));
}

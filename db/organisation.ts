import { asc, eq } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { team } from './schema/index.ts';

export async function liesTeams(tx: Transaktion): Promise<(typeof team.$inferSelect)[]> {
  return tx.select().from(team).orderBy(asc(team.kennzeichen));
}

export async function gibtTeam(tx: Transaktion, id: string): Promise<boolean> {
  const [zeile] = await tx.select({ id: team.id }).from(team).where(eq(team.id, id));
  return zeile !== undefined;
}

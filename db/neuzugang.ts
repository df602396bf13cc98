import { eq } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { neuzugang } from './schema/index.ts';

export type Neuzugangszeile = typeof neuzugang.$inferSelect;

/** Null where nobody entered one. */
export async function liesNeuzugang(tx: Transaktion, personId: string): Promise<Neuzugangszeile | null> {
  const [zeile] = await tx.select().from(neuzugang).where(eq(neuzugang.personId, personId));
  return zeile ?? null;
}

/** The newest takes the place of the last. */
export async function setzeNeuzugang(tx: Transaktion, neu: Neuzugangszeile): Promise<void> {
  await tx.insert(neuzugang).values(neu).onConflictDoUpdate({ target: neuzugang.personId, set: neu });
}

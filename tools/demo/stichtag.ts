import { and, eq } from 'drizzle-orm';
import type { Transaktion } from '../../db/client.ts';
import { protokoll } from '../../db/schema/index.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { demoId } from './personen.ts';

const AKTION = { begonnen: 'demodaten_begonnen', fertig: 'demodaten_fertig' } as const;

async function finde(tx: Transaktion, aktion: keyof typeof AKTION): Promise<string | null> {
  const [zeile] = await tx
    .select({ gegenstand: protokoll.gegenstand })
    .from(protokoll)
    .where(and(eq(protokoll.id, demoId(aktion)), eq(protokoll.aktion, AKTION[aktion])));
  return zeile?.gegenstand ?? null;
}

/** Notes in the audit how far the demo data are. */
export async function vermerke(tx: Transaktion, aktion: keyof typeof AKTION, am: string): Promise<void> {
  await tx
    .insert(protokoll)
    .values({ id: demoId(aktion), am, aktion: AKTION[aktion], gegenstand: ortstag(am) })
    .onConflictDoNothing();
}

/** Are the demo data complete? */
export async function istFertig(tx: Transaktion): Promise<boolean> {
  return (await finde(tx, 'fertig')) !== null;
}

/** The day the dates are counted back from: the first attempt's, so that a later one sends the same commands. */
export async function liesStichtag(tx: Transaktion): Promise<Tag | null> {
  return finde(tx, 'begonnen');
}

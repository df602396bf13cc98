import { eq, sql } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { fall, protokoll } from './schema/index.ts';

/** Marks a case as stopped and writes the alarm into the audit (V-76). */
export async function protokolliereKonflikt(
  tx: Transaktion,
  wo: { fallId: string; befehlId: string; ereignisse: readonly { am: string; sequenz: number }[] },
): Promise<void> {
  const am = wo.ereignisse[0]?.am ?? new Date().toISOString();
  await tx.update(fall).set({ angehaltenSeit: am }).where(eq(fall.id, wo.fallId));
  await tx.insert(protokoll).values({
    id: sql`gen_random_uuid()`,
    am,
    aktion: 'aufzeichnung_widerspruch',
    rechtsgrundlage: 'V-76',
    fallId: wo.fallId,
    gegenstand: `sequenz ${wo.ereignisse[0]?.sequenz ?? 0}`,
    befehlId: wo.befehlId,
  });
}

/** Takes the mark away after the reconciliation. */
export async function gibFallFrei(tx: Transaktion, fallId: string): Promise<void> {
  await tx.update(fall).set({ angehaltenSeit: null }).where(eq(fall.id, fallId));
}

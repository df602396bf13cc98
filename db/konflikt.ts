import { sql } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Ablage } from './ablage.ts';
import type { Transaktion } from './client.ts';
import { protokoll } from './schema/index.ts';
import { verweisAuf, type Vorgangsbezug } from './verweis.ts';

/** Marks a Vorgang as stopped and writes the alarm into the audit (V-76). */
export async function protokolliereKonflikt(
  tx: Transaktion,
  ablage: Pick<Ablage<never>, 'setzeAngehalten'>,
  wo: Vorgangsbezug & { readonly befehlId: string; readonly am: Instant; readonly sequenz: number },
): Promise<void> {
  await ablage.setzeAngehalten(tx, wo.id, wo.am);
  await tx.insert(protokoll).values({
    ...verweisAuf(wo),
    id: sql`gen_random_uuid()`,
    am: wo.am,
    aktion: 'aufzeichnung_widerspruch',
    rechtsgrundlage: 'V-76',
    gegenstand: `sequenz ${wo.sequenz}`,
    befehlId: wo.befehlId,
  });
}

import { eq } from 'drizzle-orm';
import type { Transaktion } from '../../db/client.ts';
import { liesGeschichte } from '../../db/fallansicht.ts';
import { fall } from '../../db/schema/index.ts';
import { evolve } from '../../domain/fall/evolve.ts';
import type { BestehenderFall, Fall } from '../../domain/fall/fall.ts';

/** What PostgreSQL knows of a case. */
export type Akte = {
  readonly fallnummer: string;
  /** The events, folded. */
  readonly gefaltet: BestehenderFall;
  /** The folded state as the last recording left it. */
  readonly stand: BestehenderFall;
  readonly letzteSequenz: number;
  readonly angehaltenSeit: string | null;
};

/** Reads the record, its row locked until the transaction ends; null when there is no such case. */
export async function liesAkte(tx: Transaktion, fallId: string): Promise<Akte | null> {
  const { fallnummer, stand, angehaltenSeit } = fall;
  const [zeile] = await tx
    .select({ fallnummer, stand, angehaltenSeit })
    .from(fall)
    .where(eq(fall.id, fallId))
    .for('update');
  if (zeile === undefined) return null;
  let gefaltet: Fall = { zustand: 'neu', fallId, sequenz: 0 };
  let letzteSequenz = 0;
  for (const { daten } of await liesGeschichte(tx, fallId)) {
    gefaltet = evolve(gefaltet, daten);
    letzteSequenz = daten.sequenz;
  }
  if (gefaltet.zustand === 'neu') return null;
  return { ...zeile, gefaltet, letzteSequenz };
}

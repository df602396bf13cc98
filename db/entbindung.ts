import type { Tag } from '../domain/frist/tag.ts';
import { massgebliche, standAm } from '../domain/einwilligung/einwilligung.ts';
import type { Transaktion } from './client.ts';
import { liesEinwilligungsstaende } from './einwilligung.ts';

/**
 * How the consent to an exchange with a provider stands on a day, by the record itself: a revocation acts from its commit
 * on, before the case has heard of it (TR35). Null when there never was one.
 */
export async function entbindungsstand(
  tx: Transaktion,
  { personId, leistungserbringerId, am }: { personId: string; leistungserbringerId: string; am: Tag },
): Promise<ReturnType<typeof standAm> | null> {
  const fuer = { zweck: 'leistung_16a', am, leistungserbringerId } as const;
  const gemeint = massgebliche(await liesEinwilligungsstaende(tx, personId), fuer);
  return gemeint === null ? null : standAm(gemeint, am);
}

import type { Tag } from '../../frist/tag.ts';
import type { Rechenbasis } from '../../pflicht/pflicht.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BestehenderFall } from '../fall.ts';

export { dauerVon, einmalig, regelVon, rollierend, type Kette, type Pflicht } from '../../pflicht/pflicht.ts';

/** What the duties of a case are derived from. */
export type Sicht = Rechenbasis & { readonly fall: BestehenderFall };

export function sichtAuf(fall: BestehenderFall, heute: Tag): Sicht {
  return { fall, policy: policyAus(fall.policy), kalender: fall.kalender, heute };
}

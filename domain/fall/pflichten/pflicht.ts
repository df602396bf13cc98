import type { Tag } from '../../frist/tag.ts';
import type { Rechenbasis } from '../../pflicht/pflicht.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BestehenderFall } from '../fall.ts';

export { dauerVon, einmalig, regelVon, rollierend, type Pflicht } from '../../pflicht/pflicht.ts';

/** What the duties of a case are derived from. */
export type Sicht = Rechenbasis & {
  readonly fall: BestehenderFall;
  /** The real day: the contact regime goes on until the Fallabgang, while `heute` stands still from the exit on. */
  readonly jetzt: Tag;
};

export function sichtAuf(fall: BestehenderFall, jetzt: Tag, heute = jetzt): Sicht {
  return { fall, policy: policyAus(fall.policy), kalender: fall.kalender, heute, jetzt };
}

import type { Tag } from '../frist/tag.ts';
import { gilt } from '../vorgang/regelwerk.ts';
import type { OffenerFall } from './fall.ts';

/**
 * What measures and referrals of a day can rest on (TR29, TR30): an agreement in force, one that has run out (V-81), none.
 * Of one that was concluded without Lotse nobody knows the end; it counts as in force.
 */
export function vereinbarungAm(fall: OffenerFall, am: Tag): 'gilt' | 'abgelaufen' | 'keine' {
  const { vereinbarungen, planung } = fall.begleitung;
  if (vereinbarungen.length === 0) return 'keine';
  const bis = planung.vereinbarung?.gueltigBis ?? null;
  return gilt('V-81', fall) && bis !== null && bis < am ? 'abgelaufen' : 'gilt';
}

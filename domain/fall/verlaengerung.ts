import { plusMonate, type Tag } from '../frist/tag.ts';
import type { Policy } from '../policy/policy.ts';

/** Last day of the maximum duration, never rolled (T-08, CAL-Z); null where the office knows none (POL-HOECHSTDAUER). */
export function hoechstdauerEnde(policy: Policy, anker: Tag): Tag | null {
  const { monate, art } = policy['POL-HOECHSTDAUER'];
  return art === 'none' ? null : plusMonate(anker, monate);
}

/**
 * E34.verlaengerungBis: the next step of POL-VERLAENGERUNG after the day of the talk, raw(anchor + 24 + j·n months),
 * counted from the unshifted anchor.
 */
export function verlaengerungBis(policy: Policy, anker: Tag, am: Tag): Tag {
  const { monate } = policy['POL-HOECHSTDAUER'];
  for (let j = 1; ; j += 1) {
    const ende = plusMonate(anker, monate + j * policy['POL-VERLAENGERUNG']);
    if (ende > am) return ende;
  }
}

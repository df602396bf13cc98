import type { Tag } from '../frist/tag.ts';
import type { Policy } from '../policy/policy.ts';
import type { Vereinbarungstyp } from './beratung.ts';
import type { Begleitung } from './fall.ts';

/** The last day on which an EGV could still hold (§ 65 Abs. 4 SGB II). */
export const EGV_ENDE = '2023-12-31';

/** POL-VEREINBARUNG: the type the law knows on a day. */
export function typAm(policy: Policy, am: Tag): 'egv' | 'kooperationsplan' {
  const bisher = policy['POL-VEREINBARUNG'].filter(({ ab }) => ab <= am);
  return bisher.sort((a, b) => (a.ab < b.ab ? -1 : 1)).at(-1)?.typ ?? 'kooperationsplan';
}

/** What the Vereinbarung in force is; of one that Lotse knows the day of alone, what that day knew. Null without any. */
export function geltenderTyp(
  { vereinbarungen, planung }: Begleitung,
  policy: Policy,
): Vereinbarungstyp | null {
  const letzte = vereinbarungen.at(-1);
  if (planung.vereinbarung !== null) return planung.vereinbarung.typ;
  return letzte === undefined ? null : typAm(policy, letzte.am);
}

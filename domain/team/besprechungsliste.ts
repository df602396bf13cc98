import { plusTage, type Tag } from '../frist/tag.ts';
import type { Tatsache } from '../pflicht/frist.ts';
import { besprechungenSeit } from '../pflicht/besprechungstag.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Besprechungsposten } from './befehle.ts';
import type { Team } from './team.ts';

/** A case as far as a meeting looks at it. */
export type Besprechungsfall = {
  readonly fall: string;
  readonly wartet: boolean;
  readonly vorgemerktAm: Tag;
  readonly zugeordnetAm: Tag | null;
  readonly fm: string | null;
};

/** Everything the meeting of that day worked through: assigned since the one before, or staying with its counter (AC-11). */
export function besprechungsliste(
  { besprechungen, seit, policy, kalender }: Team,
  faelle: readonly Besprechungsfall[],
  am: Tag,
): readonly Besprechungsposten[] {
  const vorige = besprechungen.map((b) => b.am).filter((tag) => tag < am);
  const nach = vorige.sort().at(-1) ?? plusTage(seit, -1);
  const basis = { policy: policyAus(policy), kalender };
  return faelle.flatMap(({ fall, wartet, vorgemerktAm, zugeordnetAm, fm }): Besprechungsposten[] => {
    // Who was vorgemerkt on the day of a meeting comes up in the next one (T-01).
    if (wartet && vorgemerktAm < am) {
      const { vergangen } = besprechungenSeit(basis, vorgemerktAm, plusTage(am, 1));
      return [{ fall, ausgang: 'bleibt', naechste: vergangen + 1 }];
    }
    const hier = zugeordnetAm !== null && zugeordnetAm > nach && zugeordnetAm <= am;
    return hier && fm !== null ? [{ fall, ausgang: 'zugeordnet', fm }] : [];
  });
}

/** TR60: was a meeting that worked through the assignment closed after it was made? */
export function besprochenSeit({ besprechungen }: Team, zuordnung: Tatsache): boolean {
  return besprechungen.some((b) => b.am >= zuordnung.am && b.erfasstAm > zuordnung.erfasstAm);
}

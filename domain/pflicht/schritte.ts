import type { Kalender } from '../frist/kalender.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Policy } from '../policy/policy.ts';
import type { Friststand, Fristschritt } from './frist.ts';
import { verantwortlicheRolle } from './katalog/katalog.ts';
import { leiterVon, type Sprosse } from './leiter.ts';

/** Duties with the policy and the calendar their ladders follow. */
export type Fristen = {
  readonly fristen: readonly Friststand[];
  readonly policy: Policy;
  readonly kalender: Kalender;
};

const lebt = (frist: Friststand): boolean => frist.ende === null && !frist.ruht;

/** The rungs of a duty that nobody has taken yet. */
function offeneSprossen({ policy, kalender }: Fristen, frist: Friststand): readonly Sprosse[] {
  return leiterVon(frist, policy, kalender).slice(frist.nr);
}

/** The instants of the next rung of each open duty. */
export function naechsteSprossen(alle: Fristen): Instant[] {
  return alle.fristen.flatMap((frist) => {
    const sprosse = lebt(frist) ? offeneSprossen(alle, frist)[0] : undefined;
    return sprosse === undefined ? [] : [sprosse.instant];
  });
}

/**
 * All rungs with an instant ≤ `at`. Of several that are due at once for one duty and one recipient only the
 * highest is sent, the others are recorded as `uebersprungen` (POL-ESC).
 */
export function faelligeSchritte(alle: Fristen, at: Instant): Fristschritt[] {
  return alle.fristen.filter(lebt).flatMap((frist) => {
    const sprossen = offeneSprossen(alle, frist).filter((s) => s.instant <= at);
    return sprossen.map((sprosse, stelle) => ({
      id: frist.id,
      vorkommen: frist.vorkommen,
      faellig: frist.faellig,
      nr: frist.nr + stelle + 1,
      stufe: sprosse.stufe,
      an: sprosse.an,
      uebersprungen:
        sprosse.an !== null &&
        sprossen.slice(stelle + 1).some((s) => empfaenger(frist, s) === empfaenger(frist, sprosse)),
    }));
  });
}

function empfaenger(frist: Friststand, sprosse: Sprosse): string | null {
  return sprosse.an === 'verantwortlich' ? verantwortlicheRolle(frist.id) : sprosse.an;
}

import type { Tag } from '../frist/tag.ts';
import type { Tatsache } from '../pflicht/frist.ts';
import type { Vorgangskopf } from '../vorgang/aggregat.ts';
import type { Aktenlage } from './aktenlage.ts';

/** S00 under check, at rest while a Fall is open, ended while no check is owed. */
export const POTENZIALZUSTAENDE = ['potenzial', 'ruhend', 'beendet'] as const;
export type Potenzialzustand = (typeof POTENZIALZUSTAENDE)[number];

/** Checks in a row (T-40): the day they count from, those documented since, and what answered the last one. */
export type Pruefkette = {
  /** Null while the profile is not complex. */
  readonly anker: Tag | null;
  readonly glieder: readonly Tatsache[];
  /** Checks the chain has forgotten or an earlier chain had. */
  readonly vorher: number;
  /** The Vormerkung that answered the open check; null while one is owed. */
  readonly vormerkung: Tatsache | null;
};

/** State before the first event. */
export type NeuesPotenzial = { readonly zustand: 'neu'; readonly personId: string; readonly sequenz: 0 };

/** The check record of a person outside bFM (S00, TR01): T-40, and T-14 where a FM U25 is in charge. */
export type Potenzial = Vorgangskopf & {
  readonly art: 'potenzial';
  readonly zustand: Potenzialzustand;
  readonly personId: string;
  readonly lage: Aktenlage;
  readonly pruefkette: Pruefkette;
  /** Day from which T-14 shows; null without a FM U25. */
  readonly u25Seit: Tag | null;
  /** What answered T-14: a Vormerkung or the decision against bFM Ü25. */
  readonly u25Antwort: Tatsache | null;
};

import { VERTRAEGE, type JederVertrag } from '../../api/contracts/befehle.ts';

/** The kinds of Vorgang a step of a story may be about. */
const ZIELE = ['fall', 'potenzial'] as const;
export type Ziel = (typeof ZIELE)[number];

/** The commands a step of a story may give. */
export const SPIELBAR: readonly JederVertrag[] = VERTRAEGE.filter(({ ziel }) =>
  (ZIELE as readonly string[]).includes(ziel),
);

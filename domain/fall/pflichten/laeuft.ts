import type { Fristid } from '../../kennungen.ts';
import { FALLFRISTEN, istFallfrist } from '../../pflicht/katalog/katalog.ts';
import { laeuftNoch, type BestehenderFall } from '../fall.ts';

/** What runs and rests nowhere ends as `entfallen` with the state (fristenrechnung.md 2). */
export function laeuft(fall: BestehenderFall, id: Fristid): boolean {
  if (!bleibtBeiWegfall(fall, id)) return false;
  return (istFallfrist(id) && FALLFRISTEN[id].laeuftIn.includes(fall.zustand)) || ruht(fall, id);
}

/** In S08 most Fristen rest and come back with TR46 at their old dates. */
export function ruht(fall: BestehenderFall, id: Fristid): boolean {
  return istFallfrist(id) && FALLFRISTEN[id].ruhtIn.includes(fall.zustand);
}

/**
 * V-79: of an open case whose person is gone only T-55 is left. After the Fallabgang death ends every question about the
 * person, anything else the passive Betreuung alone: leaving SGB II is what the Nachhaltung observes (001 7.1).
 */
function bleibtBeiWegfall(fall: BestehenderFall, id: Fristid): boolean {
  const { weggefallen } = fall;
  if (weggefallen === null) return true;
  if (laeuftNoch(fall)) return id === 'T-55';
  return weggefallen.grund !== 'tod' && id !== 'T-23';
}

import type { Fristid } from '../../kennungen.ts';
import { FALLFRISTEN, istFallfrist } from '../../pflicht/katalog/katalog.ts';
import type { BestehenderFall } from '../fall.ts';

/** What runs and rests nowhere ends as `entfallen` with the state (fristenrechnung.md 2). */
export function laeuft(fall: BestehenderFall, id: Fristid): boolean {
  return (istFallfrist(id) && FALLFRISTEN[id].laeuftIn.includes(fall.zustand)) || ruht(fall, id);
}

/** In S08 most Fristen rest and come back with TR46 at their old dates. */
export function ruht(fall: BestehenderFall, id: Fristid): boolean {
  return istFallfrist(id) && FALLFRISTEN[id].ruhtIn.includes(fall.zustand);
}

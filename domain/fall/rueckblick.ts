import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Ereigniskopf } from '../vorgang/ereignis.ts';
import type { Ereignis } from './ereignisse.ts';
import { evolve } from './evolve.ts';
import type { BestehenderFall, Fall } from './fall.ts';

/** Was this on record at the end of the day? What happened earlier and was recorded later was not. */
export const warErfasst = ({ am }: Pick<Ereigniskopf, 'am'>, tag: Tag): boolean => ortstag(am) <= tag;

/** The case as it was at the end of a day, folded from what was on record by then; null before its first event. */
export function standAm(fallId: string, ereignisse: readonly Ereignis[], tag: Tag): BestehenderFall | null {
  let fall: Fall = { zustand: 'neu', fallId, sequenz: 0 };
  for (const ereignis of ereignisse) if (warErfasst(ereignis, tag)) fall = evolve(fall, ereignis);
  return fall.zustand === 'neu' ? null : fall;
}

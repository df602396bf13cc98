import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { evolve } from '../../domain/fall/evolve.ts';
import type { BestehenderFall, Fall } from '../../domain/fall/fall.ts';
import { nachrichten, type Nachricht } from '../../domain/fall/nachrichten.ts';
import type { Aufzeichnungsauftrag } from './auftrag.ts';

/** One event with the messages it causes. */
export type Wirkung = { readonly ereignis: Ereignis; readonly nachrichten: readonly Nachricht[] };

/** The record before and after the new events, and what each of them causes. */
export type Faltung = {
  readonly stand: BestehenderFall | null;
  readonly neu: BestehenderFall;
  readonly wirkungen: readonly Wirkung[];
};

/** Folds the offered events over the record with the same `evolve` the workflow uses. */
export function falteFall(stand: BestehenderFall | null, auftrag: Aufzeichnungsauftrag): Faltung {
  let fall: Fall = stand ?? { zustand: 'neu', fallId: auftrag.fallId, sequenz: 0 };
  const wirkungen: Wirkung[] = [];
  for (const ereignis of auftrag.ereignisse) {
    const nachher: BestehenderFall = evolve(fall, ereignis);
    wirkungen.push({ ereignis, nachrichten: nachrichten(ereignis, fall, nachher) });
    fall = nachher;
  }
  if (fall.zustand === 'neu') throw new Error('Aufzeichnung ohne Ereignis');
  return { stand, neu: fall, wirkungen };
}

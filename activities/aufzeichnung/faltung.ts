import type { Aggregat, EreignisVon, Lage, Typen } from '../../domain/vorgang/aggregat.ts';
import type { Nachricht } from '../../domain/vorgang/nachricht.ts';

/** One event with the messages it causes. */
export type Wirkung<T extends Typen> = {
  readonly ereignis: EreignisVon<T>;
  readonly nachrichten: readonly Nachricht[];
};

/** The record before and after the new events, and what each of them causes. */
export type Faltung<T extends Typen> = {
  readonly stand: T['stand'] | null;
  readonly neu: T['stand'];
  readonly wirkungen: readonly Wirkung<T>[];
};

/** Folds the offered events over the record with the same `evolve` the workflow uses. */
export function falte<T extends Typen>(
  aggregat: Aggregat<T>,
  wo: { readonly id: string; readonly stand: T['stand'] | null },
  ereignisse: readonly EreignisVon<T>[],
): Faltung<T> {
  let lage: Lage<T> = wo.stand ?? aggregat.neu(wo.id);
  let neu: T['stand'] | null = null;
  const wirkungen: Wirkung<T>[] = [];
  for (const ereignis of ereignisse) {
    neu = aggregat.evolve(lage, ereignis);
    wirkungen.push({ ereignis, nachrichten: aggregat.nachrichten(ereignis, lage, neu) });
    lage = neu;
  }
  if (neu === null) throw new Error('Aufzeichnung ohne Ereignis');
  return { stand: wo.stand, neu, wirkungen };
}

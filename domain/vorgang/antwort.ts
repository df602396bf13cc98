import type { Regelid } from '../kennungen.ts';
import type { Ereigniskopf } from './ereignis.ts';

/** What a command is answered with. Below 400 bytes, because it travels through the workflow's history. */
export type Antwort<Zustand extends string = string, Fakten extends object = object> = {
  readonly zustand: Zustand;
  /** Parallel regions (zustaende.md 2). */
  readonly neben: readonly string[];
  /** Rules of severity W or I that applied. */
  readonly warnungen: readonly Regelid[];
  /** Those of them that wait for a reason. */
  readonly offeneHinweise: readonly Regelid[];
  /** Values computed for the command and shown to the clerk. */
  readonly fakten: Fakten;
  /** Number of the last event the command recorded. */
  readonly sequenz: number;
};

/** The answer to one accepted command: from the events it led to, the state after them, and what its kind adds. */
export function antwortAus<Z extends string, Fakten extends object>(
  ereignisse: readonly Ereigniskopf[],
  { zustand, sequenz }: { readonly sequenz: number; readonly zustand: Z },
  { neben, fakten }: { readonly neben: readonly string[]; readonly fakten: Fakten },
): Antwort<Z, Fakten> {
  return {
    zustand,
    neben,
    warnungen: [...new Set(ereignisse.flatMap((e) => e.warnungen))].sort(),
    offeneHinweise: [...new Set(ereignisse.flatMap((e) => e.offeneHinweise))].sort(),
    fakten,
    sequenz,
  };
}

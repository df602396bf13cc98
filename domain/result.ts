import type { Ablehnung } from './ablehnung.ts';

/** Outcome of a pure decision: what happened, or why it may not happen. */
export type Decision<Ereignis> =
  | { readonly ok: true; readonly ereignisse: readonly Ereignis[] }
  | { readonly ok: false; readonly ablehnung: Ablehnung };

/** Marks a branch that the compiler has proven impossible. @throws when the proof was bypassed by untyped data. */
export function exhaustive(nie: never): never {
  throw new Error(`Unbekannter Fall: ${JSON.stringify(nie)}`);
}

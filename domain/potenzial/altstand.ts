import type { NeuesPotenzial, Potenzial } from './potenzial.ts';

/** A state an older release stored or carried, with what later ones have added filled in, as for the Fall. */
export function potenzialAufHeutigenStand<P extends NeuesPotenzial | Potenzial>(potenzial: P): P {
  return potenzial;
}

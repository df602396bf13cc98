import type { BestehenderFall, Fall } from './fall.ts';

/**
 * A state as an older release stored or carried it, with what this release has added filled in. Called wherever a state
 * enters from outside: input of a run, projection in PostgreSQL, release of a stopped case. Every new mandatory
 * field of a state gets its default here, in the commit that adds the field.
 */
export function aufHeutigenStand<F extends Fall | BestehenderFall>(fall: F): F {
  return fall;
}

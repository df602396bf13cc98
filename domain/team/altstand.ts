import type { NeuesTeam, Team } from './team.ts';

/** A state an older release stored or carried, with what later ones have added filled in, as for the Fall. */
export function teamAufHeutigenStand<T extends NeuesTeam | Team>(team: T): T {
  return team;
}

import type { Teambefehl } from './befehle.ts';
import type { Teamdaten } from './ereignisse.ts';
import type { NeuesTeam, Team } from './team.ts';

/** The types of the calendar of a team as a kind of Vorgang. */
export type Teamtypen = {
  readonly anfang: NeuesTeam;
  readonly stand: Team;
  readonly befehl: Teambefehl;
  readonly daten: Teamdaten;
};

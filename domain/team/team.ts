import type { Tag } from '../frist/tag.ts';
import type { Tatsache } from '../pflicht/frist.ts';
import { ZEITRAUMFRISTEN, type Zeitraumfrist } from '../pflicht/katalog/katalog.ts';
import type { Vorgangskopf } from '../vorgang/aggregat.ts';

/** Whom Team 621 meets once a half-year besides the M&I teams (001 5.1, T-43). */
export const AUSTAUSCHPARTNER = ['fm_u25', 'fm_migration', 'familiencoaching'] as const;
export type Austauschpartner = (typeof AUSTAUSCHPARTNER)[number];

/** A M&I team that is visited, and the Fallmanager in charge of the contact (R16); several or none. */
export type Kontaktteam = { readonly team: string; readonly kontaktFm: readonly string[] };

/** Duties that are owed once per calendar period and object. */
export { ZEITRAUMFRISTEN, type Zeitraumfrist };

/** The Betreuungsschlüssel of a team as it was found on a day: open cases and full-time Fallmanager (K-51). */
export type Schluesselstand = { readonly am: Tag; readonly faelle: number; readonly vollzeit: number };

/** One thing owed in one calendar period: the visit of a team, an exchange, the sample, a report. */
export type Auftrag = {
  readonly id: Zeitraumfrist;
  /** Running number per duty. */
  readonly vorkommen: number;
  /** Id of the visited team, name of the exchange partner, or `stichprobe`. */
  readonly gegenstand: string;
  readonly von: Tag;
  readonly bis: Tag;
  /** First day it was owed: not before the team had its calendar here. */
  readonly beginn: Tag;
  readonly erfuellung: Tatsache | null;
};

/** A meeting that was held, by the number of its week. */
export type Besprechung = Tatsache & { readonly nummer: number };

/** A drawn case and its review. */
export type Ziehungsfall = {
  readonly fall: string;
  readonly fallnummer: string;
  readonly geprueft: Tatsache | null;
};

/** The newest sample. The Teamleitung may read K3 of its cases up to `leseBis` (R12). */
export type Stichprobe = {
  readonly nummer: number;
  readonly gezogen: Tatsache;
  readonly faelle: readonly Ziehungsfall[];
  readonly leseBis: Tag;
};

/** State before the first event. */
export type NeuesTeam = { readonly zustand: 'neu'; readonly teamId: string; readonly sequenz: 0 };

/** The calendar of a Fallmanagement team: weekly meeting, half-years, samples (E43, E45). It never ends. */
export type Team = Vorgangskopf & {
  readonly art: 'team';
  readonly zustand: 'taetig';
  readonly teamId: string;
  /** The day from which meetings count. */
  readonly seit: Tag;
  readonly kontaktteams: readonly Kontaktteam[];
  readonly besprechungen: readonly Besprechung[];
  readonly auftraege: readonly Auftrag[];
  /** Number of things owed so far, per duty. */
  readonly gezaehlt: Readonly<Record<Zeitraumfrist, number>>;
  /** Last day of the present period, per duty. */
  readonly zeitraumBis: Readonly<Record<Zeitraumfrist, Tag>>;
  /** The newest figure of each month, oldest first (T-44). */
  readonly schluessel: readonly Schluesselstand[];
  readonly stichprobe: Stichprobe | null;
  readonly stichproben: number;
  /** Published promise of the seed of the next draw. */
  readonly verpflichtung: string;
};

/** May the Teamleitung read the restricted texts of this case on that day because it was drawn (R12, T-50)? */
export function darfStichprobeLesen(team: Team, fall: string, heute: Tag): boolean {
  const { stichprobe } = team;
  return stichprobe !== null && heute <= stichprobe.leseBis && stichprobe.faelle.some((f) => f.fall === fall);
}

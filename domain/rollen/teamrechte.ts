import type { Rolle } from '../kennungen.ts';
import type { Teambefehl } from '../team/befehle.ts';
import type { Kontaktteam } from '../team/team.ts';
import type { Berechtigter } from './befehlsrechte.ts';

/** Commands of a clerk on the calendar of a team; the rest come from Lotse itself. */
export type Teamsachbefehl = Exclude<Teambefehl['befehl'], 'organisation_uebernehmen'>;

/** R12 leads the meeting and reviews, R13 draws, R16 visits, R18 keeps the directory. */
export const TEAMRECHTE: Readonly<Record<Teamsachbefehl, readonly Rolle[]>> = {
  besprechung_abschliessen: ['tl'],
  teambesuch_erfassen: ['fm', 'tl'],
  austausch_erfassen: ['fm', 'tl'],
  betreuungsschluessel_feststellen: ['tl', 'controlling'],
  rd_bericht_erfassen: ['tl', 'controlling'],
  netzwerktreffen_erfassen: ['fm', 'tl'],
  evaluation_erfassen: ['tl'],
  jahresberichte_anfordern: ['koordinator', 'tl'],
  jahresberichte_erfassen: ['koordinator', 'tl'],
  stichprobe_ziehen: ['bereichsleitung'],
  stichprobe_pruefen: ['tl'],
};

/** What rights need to know of a team and of the one who acts. */
export type Teambezug = {
  readonly team: string;
  readonly kontaktteams: readonly Kontaktteam[];
  /** Team of the actor. */
  readonly eigenes: string;
  /** The team a visit is about. */
  readonly besuchtes?: string | undefined;
};

/** Roles that look at the calendar of a team at all. */
export const KALENDERROLLEN = ['fm', 'tl', 'bereichsleitung'] as const satisfies readonly Rolle[];

/** May this colleague look at the calendar of the team? Its members, and who leads or oversees it. */
export function darfTeamLesen(
  { rolle, teams }: Berechtigter,
  { team, eigenes }: Pick<Teambezug, 'team' | 'eigenes'>,
): boolean {
  return (rolle === 'fm' && eigenes === team) || (rolle !== 'controlling' && teams.includes(team));
}

/** May this colleague give this command? A visit is recorded by the Kontakt-FM of the visited team or by the Teamleitung. */
export function darfAmTeam(wer: Berechtigter, befehl: Teamsachbefehl, bezug: Teambezug): boolean {
  if (!TEAMRECHTE[befehl].includes(wer.rolle)) return false;
  // R15 records figures and reports of a team without reading what it has written.
  if (wer.rolle === 'controlling') return wer.teams.includes(bezug.team);
  if (!darfTeamLesen(wer, bezug)) return false;
  if (befehl !== 'teambesuch_erfassen' || wer.rolle === 'tl') return true;
  const besucht = bezug.kontaktteams.find(({ team }) => team === bezug.besuchtes);
  return besucht?.kontaktFm.includes(wer.id) ?? false;
}

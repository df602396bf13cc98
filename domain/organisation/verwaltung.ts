import type { Rolle } from '../kennungen.ts';

/** Somebody who administers staff, with the teams they lead or oversee. */
export type Verwaltend = { readonly id: string; readonly rolle: Rolle; readonly teams: readonly string[] };

/** Roles that look at teams instead of working in one. */
export const AUFSICHTSROLLEN: readonly Rolle[] = ['tl', 'bereichsleitung', 'controlling', 'koordinator'];

/** Roles for the whole house, without business of their own (R26, R27). */
const HAUSROLLEN: readonly Rolle[] = ['administration', 'datenschutz'];

/** Leads or oversees the team: the Teamleitung (R12) and the Bereichsleitung (R13) of its teams. */
export function leitet(wer: Verwaltend, team: string): boolean {
  return (wer.rolle === 'tl' || wer.rolle === 'bereichsleitung') && wer.teams.includes(team);
}

/** May somebody read what a team is measured by? R15 counts all of them, bound to no team (K6). */
export const darfMessen = (wer: Verwaltend, team: string): boolean =>
  leitet(wer, team) || wer.rolle === 'controlling';

/**
 * May somebody put a colleague into this role and team? The Teamleitung staffs the own team; who leads, oversees or
 * evaluates teams, runs the system or watches over its log is named by the Bereichsleitung, so that nobody can promote themselves.
 */
export function darfBesetzen(
  wer: Verwaltend,
  stelle: { readonly rolle: Rolle; readonly team: string },
): boolean {
  if (!leitet(wer, stelle.team)) return false;
  const hoch = AUFSICHTSROLLEN.includes(stelle.rolle) || HAUSROLLEN.includes(stelle.rolle);
  return wer.rolle === 'bereichsleitung' || !hoch;
}

/** May somebody say which login is this colleague's? Whoever has it is them, so nobody says it of themselves. */
export function darfAnmeldungAendern(
  wer: Verwaltend,
  wessen: { readonly id: string; readonly rolle: Rolle; readonly team: string },
): boolean {
  return wer.rolle === 'bereichsleitung' && wer.id !== wessen.id && darfBesetzen(wer, wessen);
}

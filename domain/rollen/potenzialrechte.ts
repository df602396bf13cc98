import type { Rolle } from '../kennungen.ts';
import type { Potenzialbefehl } from '../potenzial/befehle.ts';
import type { Pflegebefehl, Pflegemeldung } from '../vorgang/befehl.ts';
import type { Berechtigter } from './befehlsrechte.ts';

/** Commands of a clerk on a check record; the rest come from Lotse itself. */
export type Potenzialsachbefehl = Exclude<
  (Potenzialbefehl | Pflegebefehl)['befehl'],
  'aktenlage_uebernehmen' | Pflegemeldung['befehl']
>;

/** R04: the pAp checks; R09: the FM U25 decides about the transition; any FM may suggest one (TR06). */
export const POTENZIALRECHTE: Readonly<Record<Potenzialsachbefehl, readonly Rolle[]>> = {
  komplexprofil_pruefen: ['pap'],
  uebergang_anregen: ['fm'],
  kein_bfm_ue25_entscheiden: ['fm_u25'],
  begruendung_nachreichen: ['pap', 'fm_u25', 'tl'],
};

/** What rights need to know of a check record. */
export type Potenzialbezug = { readonly team: string; readonly pap: string; readonly fmU25: string | null };

/** May this colleague see the check record? The own pAp and FM U25, and the Teamleitung; R13 needs numbers of cases only. */
export function darfPotenzialLesen({ id, rolle, teams }: Berechtigter, bezug: Potenzialbezug): boolean {
  if (rolle === 'pap') return bezug.pap === id;
  if (rolle === 'fm_u25') return bezug.fmU25 === id;
  return rolle === 'tl' && teams.includes(bezug.team);
}

/** May this colleague give this command? A suggestion is open to every FM, everything else to those in charge. */
export function darfAmPotenzial(
  wer: Berechtigter,
  befehl: Potenzialsachbefehl,
  bezug: Potenzialbezug,
): boolean {
  if (!POTENZIALRECHTE[befehl].includes(wer.rolle)) return false;
  return befehl === 'uebergang_anregen' || darfPotenzialLesen(wer, bezug);
}

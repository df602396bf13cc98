import type { Abgebend, Befehlsname } from '../fall/befehle.ts';

/**
 * Who hands the person over by a command that opens a case: the AV who sits in the Jour-Fixe, the FM U25 the person has
 * (R09, R11); null where it is the pAp.
 */
export function abgebendeFuer(befehl: Befehlsname, handelnd: string, fmU25: string | null): Abgebend | null {
  if (befehl === 'im_jour_fixe_vormerken') return { rolle: 'jour_fixe_av', id: handelnd };
  if (befehl !== 'u25_uebergabe_anmelden' || fmU25 === null) return null;
  return { rolle: 'fm_u25', id: fmU25 };
}

import type { Sicht } from '../../db/sicht.ts';
import { alsFm } from '../../domain/rollen/befehlsrechte.ts';
import type { Konto } from './umgebung.ts';

/** Roles that hand over or receive without being responsible. */
const BETEILIGTE: readonly Konto['rolle'][] = ['fm_u25', 'fm_spezial', 'jour_fixe_av'];

/** Cases a colleague has to do with; Controlling has figures, not cases. */
export function sichtVon(konto: Konto): Sicht {
  if (konto.rolle === 'fm') return { fm: alsFm(konto) };
  if (konto.rolle === 'pap') return { pap: konto.id };
  if (konto.rolle === 'fm_extern') return { extern: konto.id };
  if (BETEILIGTE.includes(konto.rolle)) return { beteiligt: konto.id };
  return { teams: konto.rolle === 'controlling' ? [] : konto.teams };
}

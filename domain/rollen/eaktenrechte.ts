import { beziehungZu, fuehrt, type Berechtigter, type Fallbezug } from './befehlsrechte.ts';
import { recht } from './matrix.ts';

/** Why a reference to the eAkte was taken back. */
export const RUECKNAHMEGRUENDE = ['versehen', 'falsche_akte'] as const;

/**
 * R08: that a document arrived is K1, and whoever stands in may say so; what it is belongs to the restricted area (K3), which
 * only those write who lead the case. PostgreSQL asks the same of each row (0015_eakte.sql).
 */
export function darfVerweisFuehren(
  wer: Berechtigter,
  fall: Fallbezug,
  { titel }: { readonly titel: string | null },
): boolean {
  const beziehung = beziehungZu(wer, fall);
  if (beziehung === 'keine' || !fuehrt(wer, fall)) return false;
  return recht(wer.rolle, beziehung).schreibt.includes(titel === null ? 'K1' : 'K3');
}

import { beziehungZu, type Berechtigter, type Fallbezug } from './befehlsrechte.ts';
import { recht } from './matrix.ts';

/** Data classes of 01-roles.md 1.1 that a text of a case can belong to. */
export const DATENKLASSEN = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'] as const;
export type Datenklasse = (typeof DATENKLASSEN)[number];

/** DS-29: every look at one of these is on record. */
export const GESCHUETZT: readonly Datenklasse[] = ['K3', 'K4', 'K5'];

/** The classes of texts this colleague may read in the case (01-roles.md 1.3); none without a relation to it. */
export function lesbareKlassen(wer: Berechtigter, fall: Fallbezug): readonly Datenklasse[] {
  const beziehung = beziehungZu(wer, fall);
  if (beziehung === 'keine') return [];
  const { liest } = recht(wer.rolle, beziehung);
  return DATENKLASSEN.filter((klasse) => liest.includes(klasse));
}

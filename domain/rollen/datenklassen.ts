import type { Rolle } from '../kennungen.ts';
import { beziehungZu, type Berechtigter, type Fallbezug } from './befehlsrechte.ts';

/** Data classes of 01-roles.md 1.1 that a text of a case can belong to. */
export const DATENKLASSEN = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'] as const;
export type Datenklasse = (typeof DATENKLASSEN)[number];

/**
 * Data classes of texts each role may read in a case it has to do with (01-roles.md 1.3): the responsible FM all,
 * pAp and Teamleitung process and profile only, the others none (DS-01, V-35).
 */
const LESBAR: Readonly<Record<Rolle, readonly Datenklasse[]>> = {
  fm: DATENKLASSEN,
  fm_extern: DATENKLASSEN,
  fm_u25: ['K1', 'K2'],
  fm_spezial: ['K1'],
  jour_fixe_av: ['K1', 'K2'],
  pap: ['K1', 'K2'],
  tl: ['K1', 'K2'],
  bereichsleitung: [],
  controlling: [],
  service_center: [],
  koordinator: [],
};

/** R08: a quick overview while the Fallmanager is away; specially protected texts wait (K4). */
const IN_VERTRETUNG: readonly Datenklasse[] = ['K1', 'K2', 'K3', 'K5', 'K6'];

/** DS-29: every look at one of these is on record. */
export const GESCHUETZT: readonly Datenklasse[] = ['K3', 'K4', 'K5'];

/** The classes of texts this colleague may read in the case; none without a relation to it. */
export function lesbareKlassen(wer: Berechtigter, fall: Fallbezug): readonly Datenklasse[] {
  const beziehung = beziehungZu(wer, fall);
  if (beziehung === 'keine') return [];
  return beziehung === 'vertretung' ? IN_VERTRETUNG : LESBAR[wer.rolle];
}

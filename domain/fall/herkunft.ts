import { vormerkungVon, type BestehenderFall } from './fall.ts';

/** Whose case it was before and who is told of it: the FM U25 of a U25 case, otherwise the pAp (TR07, T-06). */
export function abgebendeStelleVon({
  abgebend,
  pap,
}: BestehenderFall): { readonly rolle: 'fm_u25' | 'pap'; readonly id: string } | null {
  if (abgebend?.rolle === 'fm_u25') return { rolle: 'fm_u25', id: abgebend.id };
  return pap === null ? null : { rolle: 'pap', id: pap };
}

/** By which way the person came to bFM (E07). */
export const HERKUENFTE = ['pap', 'jour_fixe_av', 'fm_u25', 'wiederaufnahme', 'weiterleitung'] as const;
export type Herkunft = (typeof HERKUENFTE)[number];

export function herkunftVon(fall: BestehenderFall): Herkunft {
  const { art } = vormerkungVon(fall).quelle;
  if (art === 'weiterleitung') return art;
  if (fall.vorgaengerFallId !== null) return 'wiederaufnahme';
  return art === 'jour_fixe' ? 'jour_fixe_av' : art;
}

/** Themes a Zuordnung looks at, and whether they come first: out of the Jour-Fixe without a warm handover (A-32, TR08). */
export function themenfrageVon(fall: BestehenderFall): {
  readonly themen: readonly string[];
  readonly nachThema: boolean;
} {
  const { quelle } = vormerkungVon(fall);
  if (quelle.art !== 'jour_fixe') return { themen: [], nachThema: false };
  return { themen: quelle.themen, nachThema: quelle.anruf.ergebnis === 'feste_termine' };
}

/** TR05, TR17, TR18: a case that comes from the Fallmanagement U25. */
export function istU25Uebergabe(fall: BestehenderFall): boolean {
  return vormerkungVon(fall).quelle.art === 'fm_u25';
}

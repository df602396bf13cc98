import type { Rolle } from '../kennungen.ts';
import { zeilennamen } from '../tabelle.ts';
import type { Berechtigter } from './befehlsrechte.ts';

/** An access with a reason (DS-29), as far as its review asks. */
export type Zugriffsbezug = {
  readonly wer: string;
  /** The role of whoever opened the case. */
  readonly rolle: Rolle;
  /** Team of the case. */
  readonly team: string;
};

/**
 * Who reviews: R12 those of the own team; where a Teamleitung is concerned R27, or R13 for the own teams. So nobody reviews
 * themselves or their own kind, and R13 and R27 see no access but these.
 */
const PRUEFENDE = {
  tl: { teamleitung: false, imHaus: false },
  bereichsleitung: { teamleitung: true, imHaus: false },
  datenschutz: { teamleitung: true, imHaus: true },
} as const satisfies Partial<Record<Rolle, { readonly teamleitung: boolean; readonly imHaus: boolean }>>;

export const PRUEFROLLEN = zeilennamen(PRUEFENDE);
type Pruefrolle = (typeof PRUEFROLLEN)[number];

/** The roles that review the accesses of this role; each of them is told. */
export function pruefrollenFuer(rolle: Rolle): readonly Pruefrolle[] {
  return PRUEFROLLEN.filter((eine) => PRUEFENDE[eine].teamleitung === (rolle === 'tl'));
}

/** May this colleague see the access among those to review, and confirm it or object to it? */
export function darfZugriffPruefen(wer: Berechtigter, zugriff: Zugriffsbezug): boolean {
  const rolle = pruefrollenFuer(zugriff.rolle).find((eine) => eine === wer.rolle);
  if (rolle === undefined || zugriff.wer === wer.id) return false;
  return PRUEFENDE[rolle].imHaus || wer.teams.includes(zugriff.team);
}

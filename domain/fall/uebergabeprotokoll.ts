import type { Tag } from '../frist/tag.ts';
import type { Rolle } from '../kennungen.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Terminangaben } from './befehle/kopf.ts';

/** The two sides of a handover: the Fallmanagement, and who gives the person to it or takes them back. */
export const SEITEN = ['fm', 'gegenueber'] as const;
export type Seite = (typeof SEITEN)[number];

/** For which side a colleague of this role speaks. */
export const seiteDer = (rolle: Rolle): Seite => (rolle === 'fm' ? 'fm' : 'gegenueber');

/** Warm handover and warm return (001 3.2, 3.2.2; A-39: Übergabegespräch and Übernahmegespräch are the same). */
export const UEBERGABEGESPRAECHE = ['uebernahme', 'rueckgabe'] as const;
export type Uebergabegespraech = (typeof UEBERGABEGESPRAECHE)[number];

/** What is confirmed: the appointment, and that the talk was held as recorded. */
export const BESTAETIGBAR = ['termin', 'gespraech'] as const;
export type Bestaetigbar = (typeof BESTAETIGBAR)[number];

/** Who recorded something, and when; opaque staff ids, null = Lotse itself. */
export type Vermerk = { readonly am: Instant; readonly wer: string | null; readonly fuer: string | null };

/** An entry both sides stand by: its number in the case, and who has said so. */
export type Bestaetigtes = {
  readonly eintrag: number;
  readonly von: Vermerk;
  readonly durch: Readonly<Partial<Record<Seite, Vermerk>>>;
};

export type Uebergabetermin = Bestaetigtes & Terminangaben & { readonly termin: Tag };

/** One handover or return, from the first appointment to the talk. */
export type Uebergabeprotokoll = {
  readonly gespraech: Uebergabegespraech;
  /** Its place among those of the case, from 1. */
  readonly nummer: number;
  /** How often it has changed: SEQUENCE of RFC 5545. */
  readonly folge: number;
  /** The newest; it stays when it is called off or missed. */
  readonly termin: Uebergabetermin | null;
  readonly abgesagt: Vermerk | null;
  /** Days on which the person did not come. */
  readonly versaeumt: readonly Tag[];
  readonly gefuehrt: (Bestaetigtes & { readonly am: Tag | null }) | null;
};

/** Whether the person did not come to the appointment as it stands now. */
export const istVersaeumt = (
  { versaeumt }: Pick<Uebergabeprotokoll, 'versaeumt'>,
  { termin }: Uebergabetermin,
): boolean => versaeumt.includes(termin);

/** The entry of that kind which can be confirmed; null when there is none. */
export function bestaetigbares(uebergabe: Uebergabeprotokoll, was: Bestaetigbar): Bestaetigtes | null {
  const { abgesagt, gefuehrt, termin } = uebergabe;
  if (was === 'gespraech') return gefuehrt;
  if (termin === null || abgesagt !== null || gefuehrt !== null) return null;
  return istVersaeumt(uebergabe, termin) ? null : termin;
}

/** Sides that have not said yet that they stand by it. */
export const offeneSeiten = ({ durch }: Bestaetigtes): readonly Seite[] =>
  SEITEN.filter((seite) => durch[seite] === undefined);

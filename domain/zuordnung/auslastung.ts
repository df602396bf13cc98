import type { Kalender } from '../frist/kalender.ts';
import { plusTage, type Tag } from '../frist/tag.ts';
import { praesenz, type Abwesenheit, type Zeitraum } from '../organisation/abwesenheit.ts';
import type { Policy } from '../policy/policy.ts';

/** How busy somebody is: open cases against the individual Betreuungsschlüssel (E41). */
export type Auslastung = {
  readonly faelle: number;
  readonly soll: number;
  /** Share in per cent, one decimal; null where there is no capacity to compare with. */
  readonly prozent: number | null;
};

/**
 * Days after the meeting in which presence counts: contact with the pAp, Übernahmegespräch and Erstgespräch fall into
 * the four weeks after a Zuordnung (T-02, T-03, T-04).
 */
const ANWESENHEIT_TAGE = 28;

/** The days after a meeting in which presence counts, its own day included. */
export function anwesenheitszeitraum(tag: Tag): Zeitraum {
  return { von: tag, bis: plusTage(tag, ANWESENHEIT_TAGE - 1) };
}

/** Share of the working days of that time on which the colleague is there. */
export function anwesenheitsanteil(
  wer: string,
  tag: Tag,
  anwesenheitslage: { readonly abwesenheiten: readonly Abwesenheit[]; readonly kalender: Kalender },
): number {
  const { arbeitstage, anwesend } = praesenz(wer, anwesenheitszeitraum(tag), anwesenheitslage);
  return arbeitstage === 0 ? 1 : anwesend / arbeitstage;
}

/** Capacity of one Fallmanager: Arbeitszeitanteil and presence, each between 0 and 1. */
export type Kapazitaet = { readonly anteil: number; readonly anwesenheit: number };

const gerundet = (wert: number, stellen: number): number => {
  const faktor = 10 ** stellen;
  // The nudge takes back what binary fractions lose: 75 × 0.83 is 62.25, not a hair less.
  return Math.round(wert * faktor + 1e-6) / faktor;
};

/** POL-SCHLUESSEL.soll × Arbeitszeitanteil × presence, two decimals: what is shown is what is compared (E41, V-70). */
export function individuellesSoll(policy: Policy, { anteil, anwesenheit }: Kapazitaet): number {
  const soll = policy['POL-SCHLUESSEL'].soll * anteil * anwesenheit;
  // A little capacity is not none: whoever is there for one day of the period may still be suggested.
  return soll > 0 ? Math.max(0.01, gerundet(soll, 2)) : 0;
}

/** The individual upper end of the band, POL-SCHLUESSEL.warnMax. */
export function obergrenze(policy: Policy, soll: number): number {
  const schluessel = policy['POL-SCHLUESSEL'];
  return gerundet((soll * schluessel.warnMax) / schluessel.soll, 2);
}

/** Open cases ÷ Soll (E41, 001 3.2). */
export function auslastung(faelle: number, soll: number): Auslastung {
  return { faelle, soll, prozent: soll > 0 ? gerundet((faelle * 100) / soll, 1) : null };
}

import type { Tag } from './tag.ts';

/**
 * Frist (rolls to the next working day), Zeitraum (never rolls), Rueckwaertsfrist (back from the event, rolls to the
 * previous working day), Termin (fixed day). fristenrechnung.md 1.
 */
export const FRISTREGELN = ['CAL-F', 'CAL-Z', 'CAL-R', 'CAL-T'] as const;
export type Fristregel = (typeof FRISTREGELN)[number];

export const ZEITEINHEITEN = ['tage', 'arbeitstage', 'wochen', 'monate', 'jahre'] as const;
export type Zeiteinheit = (typeof ZEITEINHEITEN)[number];

/** A period: whole units, 0 or more. */
export type Dauer = { einheit: Zeiteinheit; anzahl: number };

/** Only CAL-R: the day of the same number, or one day earlier so that clear months lie in between. */
export const FRISTVARIANTEN = ['TAG_GLEICHER_ZAHL', 'KLARE_MONATE'] as const;
export type Fristvariante = (typeof FRISTVARIANTEN)[number];

export type Fristauftrag = {
  regel: Fristregel;
  ereignis: Tag;
  /** null where the day itself is set: CAL-T, and an end somebody has fixed (T-23). */
  dauer: Dauer | null;
  /** k of an anchored recurrence, from 1: the end is ereignis + k × dauer, never chained from a rolled day. */
  vorkommen?: number | undefined;
  variante?: Fristvariante | undefined;
  /** "Longer than" the period: the day after it counts (T-28, A-22). */
  tagDanach?: boolean | undefined;
  /** Provision that sets the period, quoted in the first step of the derivation. */
  norm?: string | undefined;
  /** What happened, in German, for the first step; 'Ereignis' if absent. */
  anlass?: string | undefined;
};

/** One step in words, the provision it follows and the day it leads to. */
export type Herleitungsschritt = { schritt: string; norm: string; datum: Tag };

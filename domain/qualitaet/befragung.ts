/** Where people who use the service are heard (003 ch8). */
export const BEFRAGUNGSARTEN = ['befragung', 'kundenbeirat'] as const;
export type Befragungsart = (typeof BEFRAGUNGSARTEN)[number];

/** DS-31: with fewer, a figure is somebody. */
export const MINDESTENS_TEILNEHMENDE = 3;

export const EINHEITEN = ['anzahl', 'prozent', 'note', 'tage', 'euro'] as const;
export type Einheit = (typeof EINHEITEN)[number];

/** One figure of a result, under the words it was asked with. */
export type Befragungsergebnis = {
  readonly merkmal: string;
  readonly wert: number;
  readonly einheit: Einheit;
};

import { VORGANGSARTEN, type Vorgangsart } from './aggregat.ts';

// ADR 55: a Rundgang sees to it that every Vorgang with a duty left has its workflow.

/** Where it goes on: the kind of Vorgang, and the id after which; null from the first. */
export type Rundgangsstelle = { readonly art: Vorgangsart; readonly nach: string | null };

export const RUNDGANGSBEGINN: Rundgangsstelle = { art: VORGANGSARTEN[0], nach: null };

/** How many Vorgänge were looked at, how many of them had no workflow, how many were started again. */
export type Rundgangszahlen = {
  readonly geprueft: number;
  readonly fehlend: number;
  readonly neuGestartet: number;
};

export const NICHTS_GESEHEN: Rundgangszahlen = { geprueft: 0, fehlend: 0, neuGestartet: 0 };

export function zusammen(bisher: Rundgangszahlen, seite: Rundgangszahlen): Rundgangszahlen {
  return {
    geprueft: bisher.geprueft + seite.geprueft,
    fehlend: bisher.fehlend + seite.fehlend,
    neuGestartet: bisher.neuGestartet + seite.neuGestartet,
  };
}

/** How it ended: nothing was missing, all of it runs again, some of it does not, or too much was missing to go on alone. */
export type Rundgangsergebnis = 'in_ordnung' | 'neu_gestartet' | 'unvollstaendig' | 'zurueckgehalten';

/** So many may always be started again: a share of few says nothing. */
const IMMER = 10;

/** More is missing than an accident explains: before all of it starts, somebody has to look (`ops abgleich --alle`). */
export function fehltZuViel(
  { geprueft, fehlend }: Pick<Rundgangszahlen, 'geprueft' | 'fehlend'>,
  hoechsterAnteil: number,
): boolean {
  return fehlend > Math.max(IMMER, geprueft * hoechsterAnteil);
}

/** @param gestartet whether what was missing was started at all */
export function rundgangsergebnis(
  { fehlend, neuGestartet }: Rundgangszahlen,
  gestartet: boolean,
): Rundgangsergebnis {
  if (fehlend === 0) return 'in_ordnung';
  if (!gestartet) return 'zurueckgehalten';
  return neuGestartet < fehlend ? 'unvollstaendig' : 'neu_gestartet';
}

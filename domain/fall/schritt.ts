import type { Ablehnung } from '../ablehnung.ts';
import type { Instant } from '../frist/zeitzone.ts';
import { besteht } from '../vorgang/aggregat.ts';
import * as vorgang from '../vorgang/schritt.ts';
import { FALL } from './aggregat.ts';
import type { Befehl } from './befehle.ts';
import type { Ereignis } from './ereignisse.ts';
import type { BestehenderFall, Fall } from './fall.ts';
import type { Falltypen } from './typen.ts';

/** What one command or one moment adds to a case. */
export type Fortschritt = { readonly ereignisse: readonly Ereignis[]; readonly fall: BestehenderFall };
export type Ergebnis =
  ({ readonly ok: true } & Fortschritt) | { readonly ok: false; readonly ablehnung: Ablehnung };

/** The earliest instant at which the case has to wake by itself; null when nothing is left to wait for. */
export function naechsterInstant(fall: BestehenderFall): Instant | null {
  return vorgang.naechsterInstant(FALL, fall);
}

/** Everything the passage of time until `at` does to the case; null when nothing is due. */
export function zeitschritt(fall: Fall, at: Instant): Fortschritt | null {
  const schritt = vorgang.zeitschritt(FALL, fall, at);
  return schritt === null ? null : { ereignisse: schritt.ereignisse, fall: schritt.stand };
}

/** One command on a case whose time steps until `befehl.at` were taken. */
export function fuehreAus(fall: Fall, befehl: Befehl): Ergebnis {
  const ergebnis = vorgang.fuehreAus(FALL, fall, befehl);
  if (!ergebnis.ok) return ergebnis;
  const { ereignisse, lage } = ergebnis;
  if (!besteht<Falltypen>(lage)) throw new Error('Ein Schritt ohne Ereignis');
  return { ok: true, ereignisse, fall: lage };
}

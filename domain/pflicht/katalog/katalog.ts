import { ABGANGSFRISTEN } from './abgang.ts';
import { BEGLEITUNGSFRISTEN } from './begleitung.ts';
import type { Fallfristart, Fristart } from './fristart.ts';
import { LEISTUNGSFRISTEN } from './leistung.ts';
import { PERSONENSTANDSFRISTEN } from './personenstand.ts';
import { POTENZIALFRISTEN } from './potenzial.ts';
import { WOCHENFRISTEN, ZEITRAUMFRISTARTEN } from './team.ts';
import { ZUGANGSFRISTEN } from './zugang.ts';

/** The Fristen of a case, by what brings them forth. */
const GRUPPEN = {
  zugang: ZUGANGSFRISTEN,
  begleitung: BEGLEITUNGSFRISTEN,
  leistung: LEISTUNGSFRISTEN,
  abgang: ABGANGSFRISTEN,
  personenstand: PERSONENSTANDSFRISTEN,
};
export type Fristgruppe = keyof typeof GRUPPEN;

const JE_FALL = {
  ...GRUPPEN.zugang,
  ...GRUPPEN.begleitung,
  ...GRUPPEN.leistung,
  ...GRUPPEN.abgang,
  ...GRUPPEN.personenstand,
};
const JE_TEAM = { ...WOCHENFRISTEN, ...ZEITRAUMFRISTARTEN };

/** Frist ids of fristenrechnung.md. T-05, T-13, T-16 and T-22 are checks without a date. */
export type Fallfristid = keyof typeof JE_FALL;
export type Potenzialfristid = keyof typeof POTENZIALFRISTEN;
export type Zeitraumfrist = keyof typeof ZEITRAUMFRISTARTEN;
export type Teamfristid = keyof typeof JE_TEAM;
export type Fristid = Fallfristid | Potenzialfristid | Teamfristid;

export const FALLFRISTEN: Readonly<Record<Fallfristid, Fallfristart>> = JE_FALL;

/** Everything Lotse knows about each Frist, but how it follows from facts. */
export const FRISTEN: Readonly<Record<Fristid, Fristart>> = { ...JE_FALL, ...POTENZIALFRISTEN, ...JE_TEAM };

export const istFallfrist = (id: string): id is Fallfristid => Object.hasOwn(JE_FALL, id);
const istAbgangsfrist = (id: string): id is keyof typeof ABGANGSFRISTEN => Object.hasOwn(ABGANGSFRISTEN, id);
const istPotenzialfrist = (id: string): id is Potenzialfristid => Object.hasOwn(POTENZIALFRISTEN, id);
const istTeamfrist = (id: string): id is Teamfristid => Object.hasOwn(JE_TEAM, id);
const istZeitraumfrist = (id: string): id is Zeitraumfrist => Object.hasOwn(ZEITRAUMFRISTARTEN, id);
export const istFrist = (id: string): id is Fristid => Object.hasOwn(FRISTEN, id);

export const FALLFRIST_IDS: readonly Fallfristid[] = Object.keys(JE_FALL).sort().filter(istFallfrist);
export const NACHHALTUNGSFRISTEN: readonly Fristid[] = FALLFRIST_IDS.filter(istAbgangsfrist).filter(
  (id) => ABGANGSFRISTEN[id].nachhaltung,
);
export const POTENZIALFRIST_IDS: readonly Potenzialfristid[] = Object.keys(POTENZIALFRISTEN)
  .sort()
  .filter(istPotenzialfrist);
export const TEAMFRIST_IDS: readonly Teamfristid[] = Object.keys(JE_TEAM).sort().filter(istTeamfrist);
export const ZEITRAUMFRISTEN: readonly Zeitraumfrist[] = TEAMFRIST_IDS.filter(istZeitraumfrist);

export const FRIST_IDS: readonly Fristid[] = [...FALLFRIST_IDS, ...POTENZIALFRIST_IDS, ...TEAMFRIST_IDS];

const istVollstaendig = <T>(tafel: Partial<Record<Fristid, T>>): tafel is Record<Fristid, T> =>
  FRIST_IDS.every((id) => id in tafel);

/** One value per Frist, by number. */
export function jeFrist<T>(wert: (art: Fristart) => T): Readonly<Record<Fristid, T>> {
  const tafel: Partial<Record<Fristid, T>> = {};
  for (const id of [...FRIST_IDS].sort()) tafel[id] = wert(FRISTEN[id]);
  if (!istVollstaendig(tafel)) throw new Error('Eine Frist fehlt.');
  return tafel;
}

/** The ids of the kinds of which something is true, by number. */
export function fristenMit(gilt: (art: Fristart) => boolean): readonly Fristid[] {
  return [...FRIST_IDS].sort().filter((id) => gilt(FRISTEN[id]));
}

export function fristname(id: Fristid): string {
  return FRISTEN[id].name;
}

export type Pflichtgrund = Pick<Fristart, 'warum' | 'quelle'>;

/** Why a Frist exists, in a sentence for the clerk, and the rule that demands it. */
export function pflichtgrund(id: Fristid): Pflichtgrund {
  const { warum, quelle } = FRISTEN[id];
  return { warum, quelle };
}

/** The owner a step of the ladder calls "FM" (POL-ESC). */
export function verantwortlicheRolle(id: Fristid): Fristart['wer'] {
  return FRISTEN[id].wer;
}

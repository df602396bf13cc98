/**
 * Faults planted into the tables of `evolve`: tsc itself fails here once one of them would compile. Nothing runs.
 */
import type { EROEFFNUNGEN, FOLGEN } from '../../domain/fall/evolve.ts';
import type { Eroeffnungszeilen, Folgezeilen } from '../../domain/fall/evolve/zeilen.ts';
import { ZUGANG } from '../../domain/fall/evolve/zugang.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import type { FOLGEN as POTENZIAL } from '../../domain/potenzial/evolve.ts';
import type { Potenzialereignis } from '../../domain/potenzial/ereignisse.ts';
import type { FOLGEN as TEAM } from '../../domain/team/evolve.ts';
import type { Teamereignis } from '../../domain/team/ereignisse.ts';
import type { Einmalig } from '../../domain/einmalig.ts';
import type { NachArt } from '../../domain/vorgang/tafel.ts';

type Erfuellt<Muster, T extends Muster> = T;

export type Ganz = Erfuellt<Folgezeilen, typeof FOLGEN>;
// @ts-expect-error the row of `weitergeleitet` is gone
export type OhneZeile = Erfuellt<Folgezeilen, Omit<typeof FOLGEN, 'weitergeleitet'>>;
// @ts-expect-error a kind of event any Vorgang may have is gone
export type OhnePflege = Erfuellt<Folgezeilen, Omit<typeof FOLGEN, 'frist_schritte'>>;
// @ts-expect-error a kind of event that founds a case is gone
export type OhneEroeffnung = Erfuellt<Eroeffnungszeilen, Omit<typeof EROEFFNUNGEN, 'fall_uebernommen'>>;

export const VERSCHRIEBEN = {
  // @ts-expect-error no kind of event is called like this
  weitergeleited: ZUGANG.weitergeleitet,
} satisfies Partial<Folgezeilen>;

export const GRUENDET_NICHT = {
  // @ts-expect-error what founds a case does not happen to one
  vorgemerkt: (fall: BestehenderFall) => fall,
} satisfies Partial<Folgezeilen>;

export const UMBENANNT = {
  // @ts-expect-error the event has no field of this name
  termin_verlegt: (fall, { terminAm }) => ({ ...fall, sequenz: String(terminAm).length }),
} satisfies Partial<Folgezeilen>;

export const VERWECHSELT = {
  // @ts-expect-error the row is written for another kind of event
  weitergeleitet: ZUGANG.zugang_abgewiesen,
} satisfies Partial<Folgezeilen>;

export const HALB = {
  // @ts-expect-error a row gives back a whole case
  weitergeleitet: () => ({ zustand: 'weitergeleitet' as const }),
} satisfies Partial<Folgezeilen>;

type Zweite = { readonly weitergeleitet: unknown };
type Beide = Einmalig<{ ZUGANG: typeof ZUGANG; ZWEITE: Zweite }>;
// @ts-expect-error two tables have a row for `weitergeleitet`
export type Doppelt = Erfuellt<Beide, typeof FOLGEN>;

type Potenzialarten = keyof NachArt<Exclude<Potenzialereignis, { gruendung: unknown }>>;
type Teamarten = keyof NachArt<Exclude<Teamereignis, { gruendung: unknown }>>;
export type PotenzialGanz = Erfuellt<Record<Potenzialarten, unknown>, typeof POTENZIAL>;
export type TeamGanz = Erfuellt<Record<Teamarten, unknown>, typeof TEAM>;
type OhneStichprobe = Omit<typeof TEAM, 'stichprobe_gezogen'>;
// @ts-expect-error the row of `stichprobe_gezogen` is gone
export type TeamOhneZeile = Erfuellt<Record<Teamarten, unknown>, OhneStichprobe>;

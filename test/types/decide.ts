/**
 * Faults planted into the tables of `decide`: tsc itself fails here once one of them would compile. Nothing runs.
 */
import type { BefehlVon } from '../../domain/fall/befehle.ts';
import { EROEFFNUNGEN, FOLGEBEFEHLE } from '../../domain/fall/befehlstafel.ts';
import { FORTFUEHRUNG } from '../../domain/fall/decide/fortfuehrung.ts';
import type { Entwurf } from '../../domain/fall/decide/entwurf.ts';
import type { Eroeffnungszeilen, Folgezeilen } from '../../domain/fall/decide/zeilen.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { ZUGANGSEREIGNISSE, type Zugangsereignis } from '../../domain/fall/ereignisse/zugang.ts';
import type { EREIGNISTAFEL } from '../../domain/fall/ereignistafel.ts';
import type { Ereigniszeilen } from '../../domain/vorgang/ereignis.ts';
import type { FOLGEBEFEHLE as POTENZIAL, Folgebefehlskarte } from '../../domain/potenzial/decide.ts';
import type { FOLGEBEFEHLE as TEAM, Folgebefehlskarte as Teamkarte } from '../../domain/team/decide.ts';
import type { Einmalig } from '../../domain/einmalig.ts';

type Erfuellt<Muster, T extends Muster> = T;

export type Ganz = Erfuellt<Folgezeilen, typeof FOLGEBEFEHLE>;
// @ts-expect-error the row of `zuordnen` is gone
export type OhneZeile = Erfuellt<Folgezeilen, Omit<typeof FOLGEBEFEHLE, 'zuordnen'>>;
// @ts-expect-error a command of any Vorgang is gone
export type OhnePflege = Erfuellt<Folgezeilen, Omit<typeof FOLGEBEFEHLE, 'policy_uebernehmen'>>;
// @ts-expect-error a command with which a case begins is gone
export type OhneEroeffnung = Erfuellt<Eroeffnungszeilen, Omit<typeof EROEFFNUNGEN, 'vormerken'>>;

export const VERSCHRIEBEN = {
  // @ts-expect-error no command is called like this
  zuordnet: FOLGEBEFEHLE.zuordnen,
} satisfies Partial<Folgezeilen>;

export const EROEFFNET_NICHT = {
  // @ts-expect-error a case begins with this command, it does not meet one
  vormerken: EROEFFNUNGEN.vormerken,
} satisfies Partial<Folgezeilen>;

export const VERWECHSELT = {
  // @ts-expect-error this function decides another command
  feedback_geben: { updatename: 'klar', durch: FORTFUEHRUNG.ueberpruefen.durch },
} satisfies Partial<Folgezeilen>;

export const UMBENANNT = {
  zuordnen: {
    updatename: 'klar',
    // @ts-expect-error the command has no field of this name
    durch: (_: BestehenderFall, { fmId }: BefehlVon<'zuordnen'>): Entwurf => {
      throw new Error(String(fmId));
    },
  },
} satisfies Partial<Folgezeilen>;

export const UNGENANNT = {
  // @ts-expect-error may the name of its update stand in clear?
  feedback_geben: { durch: FOLGEBEFEHLE.feedback_geben.durch },
} satisfies Partial<Folgezeilen>;

export const FALSCHE_SPALTE = {
  // @ts-expect-error there is no such kind of day
  feedback_geben: { ...FOLGEBEFEHLE.feedback_geben, ereignistag: 'spaeter' },
} satisfies Partial<Folgezeilen>;

type Zweite = { readonly ueberpruefen: unknown };
type Beide = Einmalig<{ FORTFUEHRUNG: typeof FORTFUEHRUNG; ZWEITE: Zweite }>;
// @ts-expect-error two tables have a row for `ueberpruefen`
export type Doppelt = Erfuellt<Beide, typeof FOLGEBEFEHLE>;

export type PotenzialGanz = Erfuellt<Record<keyof Folgebefehlskarte, unknown>, typeof POTENZIAL>;
type OhneAnregung = Omit<typeof POTENZIAL, 'uebergang_anregen'>;
// @ts-expect-error the row of `uebergang_anregen` is gone
export type PotenzialOhneZeile = Erfuellt<Record<keyof Folgebefehlskarte, unknown>, OhneAnregung>;
export type TeamGanz = Erfuellt<Record<keyof Teamkarte, unknown>, typeof TEAM>;

type OhneKlasse = Omit<typeof EREIGNISTAFEL, 'weitergeleitet'>;
// @ts-expect-error a kind of event has no class in the joined table
export type ArtOhneKlasse = Erfuellt<Ereigniszeilen<Ereignis>, OhneKlasse>;
export const OHNE_RUECKNAHME = {
  ...ZUGANGSEREIGNISSE,
  // @ts-expect-error can it be taken back?
  weitergeleitet: { klasse: 'K1' },
} as const satisfies Ereigniszeilen<Zugangsereignis>;
type OhneZeileImTeil = Omit<typeof ZUGANGSEREIGNISSE, 'weitergeleitet'>;
// @ts-expect-error a kind of event has no class where it is declared
export type TeilOhneKlasse = Erfuellt<Ereigniszeilen<Zugangsereignis>, OhneZeileImTeil>;
type BeideKlassen = Einmalig<{ zugang: typeof ZUGANGSEREIGNISSE; zweite: { readonly weitergeleitet: 'K1' } }>;
// @ts-expect-error two files class `weitergeleitet`
export type DoppelteKlasse = Erfuellt<BeideKlassen, typeof EREIGNISTAFEL>;

export const FREMDE_ART = {
  ...ZUGANGSEREIGNISSE,
  // @ts-expect-error no event of this part is called like this
  zugewiesen: 'K1',
} as const satisfies Ereigniszeilen<Zugangsereignis>;

import type { Tag } from '../frist/tag.ts';
import type { Erbringerfakten } from './leistung.ts';

/** Problem fields by which the directory is sorted (E23; 003 ch6). */
export const PROBLEMFELDER = [
  'kinderbetreuung',
  'pflege',
  'schulden',
  'psychosoziales',
  'sucht',
  'gesundheit',
  'wohnen',
  'familie',
  'gewalt',
  'straffaelligkeit',
  'migration',
  'bildung',
  'alltag',
  'sonstiges',
] as const;
export type Problemfeld = (typeof PROBLEMFELDER)[number];

/** Groups of carriers for the overview of the network (003 H5). */
export const TRAEGERGRUPPEN = [
  'kommune',
  'freie_wohlfahrtspflege',
  'gewerblich',
  'gesundheitswesen',
  'kammer_verband',
  'selbsthilfe',
  'sonstige',
] as const;
export type Traegergruppe = (typeof TRAEGERGRUPPEN)[number];

/** The twelve points of a Kooperationsvereinbarung (E24, 004 ch4), in their order there. */
export const KOOPERATIONSPUNKTE = [
  'leistungsbeschreibung',
  'aufgabenVerantwortlichkeiten',
  'rueckkoppelungsverfahren',
  'fachlicherAustausch',
  'schulung',
  'qualitaet',
  'steuerungsinformationen',
  'personalRessourcen',
  'dokumentationTransparenz',
  'finanzierungAbrechnung',
  'pruefungsrechte',
  'kuendigung',
] as const;
export type Kooperationspunkt = (typeof KOOPERATIONSPUNKTE)[number];
export type Kooperationspunkte = Readonly<Record<Kooperationspunkt, string>>;

/** A provider and its agreements as far as a referral asks (V-53). */
export type Verzeichniseintrag = {
  readonly id: string;
  readonly aktiv: boolean;
  readonly wartezeitTage: number | null;
  readonly formlosGrund: string | null;
  readonly vereinbarungen: readonly { readonly gueltigAb: Tag; readonly gueltigBis: Tag | null }[];
};

/** V-53: what the cooperation rests on that day. */
export function erbringerfakten(eintrag: Verzeichniseintrag, am: Tag): Erbringerfakten {
  const { id, aktiv, wartezeitTage, formlosGrund, vereinbarungen } = eintrag;
  const geschlossen = vereinbarungen.some(
    ({ gueltigAb, gueltigBis }) => gueltigAb <= am && (gueltigBis === null || am <= gueltigBis),
  );
  const grundlage = geschlossen ? 'vereinbarung' : formlosGrund === null ? 'keine' : 'formlos';
  return { id, aktiv, grundlage, wartezeitTage };
}

import type { Tag } from '../frist/tag.ts';
import type { Tatsache } from '../pflicht/frist.ts';

/** What the person was told before they bind themselves (TR63): the earliest time; absent until then. */
export type Rechtsfolgenhinweis = { readonly rechtsfolgenBenannt?: Tatsache };

/** E15: whether the two work together; `beendet` = it held and holds no more. */
export type Arbeitsbuendnis = Tatsache & { readonly stand: 'tragfaehig' | 'nicht_zustande' | 'beendet' };

/** E16: where an entry of the Assessment belongs. None of them has to be filled (V-29). */
export const ASSESSMENTBEREICHE = [
  'stammdaten',
  'erwerbsgeschichte_hemmnisse',
  'gesundheit',
  'berufsbiografie',
  'selbsteinschaetzung',
  'perspektivpfade',
] as const;
export type Assessmentbereich = (typeof ASSESSMENTBEREICHE)[number];

export const ASSESSMENTQUELLEN = ['gespraech', 'dokument', 'gutachten', 'beobachtung', 'test'] as const;
export type Assessmentquelle = (typeof ASSESSMENTQUELLEN)[number];

/** What the person says to an entry about them; a rejected one stays, marked (E16, AC-39). */
export const REAKTIONEN = ['bestaetigt', 'ergaenzt', 'korrigiert', 'verworfen', 'offen'] as const;
export type Reaktion = (typeof REAKTIONEN)[number];

/** The Assessment as the case remembers it; a Tatsache of the day its newest version began. Its content stays in the record. */
export type Assessment = Tatsache & {
  /** 1 for the first, counted on by every Fortschreibung. */
  readonly fassung: number;
  readonly abschluss: Tatsache | null;
  /** Entries of all versions; their numbers count on. */
  readonly eintraege: number;
  /** Numbers of assessments (not facts) the person has said nothing to yet (V-27). */
  readonly offeneReaktionen: readonly number[];
};

/** POL-VEREINBARUNG decides between the first two by date; the third refers to an act of somebody else. */
export const VEREINBARUNGSTYPEN = ['egv', 'kooperationsplan', 'verpflichtung_va'] as const;
export type Vereinbarungstyp = (typeof VEREINBARUNGSTYPEN)[number];

/** What rules look at in a version of the Vereinbarung (E20). */
export type Vereinbarungsinhalt = {
  readonly typ: Vereinbarungstyp;
  readonly gueltigBis: Tag;
  /** Ids of the Handlungsbedarfe it contains (V-37). */
  readonly handlungsbedarfe: readonly string[];
  /** Numbers of its Teilziele. */
  readonly teilziele: readonly number[];
};

/** The version in force; null for an agreement that was concluded without Lotse, or by a release that kept its day alone. */
export type Vereinbarungsfassung = Tatsache & Vereinbarungsinhalt & { readonly fassung: number };

/** What T-53 remembers of a version that was replaced: from when to when it was to hold. */
export type Vereinbarungszeit = Pick<Vereinbarungsfassung, 'am' | 'gueltigBis'>;

/** E19: what the 5-W rule and T-17 look at. `am` is the day it was agreed. */
export type Teilziel = Tatsache & {
  readonly nummer: number;
  readonly handlungsbedarf: string;
  readonly bisWann: Tag;
  readonly ende: (Tatsache & { readonly erreicht: boolean }) | null;
};

/** A change of a goal the external FM asks the responsible one for (V-52). */
export type Zielvorschlag = Tatsache & { readonly teilziel: number; readonly bisWann: Tag };

/** E18 to E20 as far as rules and Fristen need them. */
export type Planung = {
  /** The newest Integrationsplan: the Handlungsbedarfe in their order of work, the first one first (V-40). */
  readonly plan: (Tatsache & { readonly reihenfolge: readonly string[] }) | null;
  /** Open ones and the newest of those done; the record has them all. */
  readonly teilziele: readonly Teilziel[];
  readonly teilzieleGesamt: number;
  /** Handlungsbedarfe with a goal (V-38): under the first Regelwerk whatever became of it, since then unless it was missed. */
  readonly bedarfeMitZiel: readonly string[];
  readonly vorschlag: Zielvorschlag | null;
  readonly vereinbarung: Vereinbarungsfassung | null;
  /** The version before the one in force; absent before the second. */
  readonly vorige?: Vereinbarungszeit;
  /** The newest time that no (further) agreement came about (TR28): it answers what waits for one. */
  readonly ohneVereinbarung?: Tatsache;
};

/** Counselling and planning before anything was planned. */
export const OHNE_BERATUNG = {
  arbeitsbuendnis: null,
  assessment: null,
  planung: {
    plan: null,
    teilziele: [],
    teilzieleGesamt: 0,
    bedarfeMitZiel: [],
    vorschlag: null,
    vereinbarung: null,
  },
} as const satisfies {
  readonly arbeitsbuendnis: Arbeitsbuendnis | null;
  readonly assessment: Assessment | null;
  readonly planung: Planung;
};

import type { Dauer } from '../frist/berechnung.ts';
import type { Abgangsgrund, Fristid, Kontaktart, Profillage, Schluesselgruppe, Stufe } from '../kennungen.ts';

/** The great talks of the procedure, each spoken (V-77). */
export type Gespraech = 'erst' | 'uebernahme' | 'standort' | 'rueckgabe';
/** Kinds of contact in which people speak with each other. */
export const GESPRAECHSARTEN = ['persoenlich', 'aufsuchend', 'video', 'telefon'] as const;
export type Gespraechsart = (typeof GESPRAECHSARTEN)[number];

/** One rung of the ladder POL-ESC; offsets count from `faellig`, each fires at 00:00 Europe/Berlin of its day. */
export type Eskalationsregel = {
  readonly fristen: readonly Fristid[] | 'alle';
  readonly ausser?: readonly Fristid[];
  readonly versatz: number;
  readonly einheit: 'tage' | 'arbeitstage';
  /** `verantwortlich` is the owner of the duty, see `verantwortlicheRolle`; `fm` the responsible Fallmanager of the case. */
  readonly rolle: 'verantwortlich' | 'fm' | 'tl' | 'bereichsleitung' | 'koordinator' | 'leistungserbringer';
  readonly stufe: Exclude<Stufe, 'mitteilung'>;
  /** A counter only: recorded, never sent. */
  readonly nurZaehler?: boolean;
};

/** All parameters of policies.md, keyed by their id so that code and Fachkonzept read alike. */
export type Policy = {
  readonly 'POL-KOMPLEX': readonly Profillage[];
  readonly 'POL-PROFIL-QUELLE': 'profillage' | 'hb_allein' | 'profillage_oder_einschaetzung';
  readonly 'POL-HB': { readonly gruppen: readonly Schluesselgruppe[]; readonly min: number };
  readonly 'POL-ABWEICHUNG': 'verboten' | 'mit_grund' | 'mit_grund_und_tl_freigabe';
  readonly 'POL-VEREINBARUNG': readonly { readonly ab: string; readonly typ: 'egv' | 'kooperationsplan' }[];
  readonly 'POL-HOECHSTDAUER': { readonly monate: number; readonly art: 'hard' | 'soft' | 'none' };
  readonly 'POL-VERLAENGERUNG': number;
  readonly 'POL-KORREKTUR': { readonly umkehr: number; readonly nachtrag: number };
  readonly 'POL-ANKER': 'zuordnung' | 'uebernahmegespraech' | 'fallzugang';
  readonly 'POL-REVIEW':
    { readonly art: 'fix_mit_fenster'; readonly tage: number } | { readonly art: 'rollierend' };
  readonly 'POL-ERST-START': 'vormerkung' | 'zuordnung' | 'uebernahmegespraech';
  readonly 'POL-KONTAKT': {
    readonly zaehlendeArten: readonly Kontaktart[];
    readonly art: 'rollierend' | 'kalendermonat';
  };
  /** V-77: the kinds in which each talk is held without a reason. */
  readonly 'POL-GESPRAECH': Readonly<Record<Gespraech, readonly Gespraechsart[]>>;
  readonly 'POL-U25': 'TAG_GLEICHER_ZAHL' | 'KLARE_MONATE';
  /** V-02: from which age on the team takes people; null = from any. */
  readonly 'POL-ALTER': { readonly ab: 25 | null };
  /** Timers whose end does not roll to a working day although section 4 names CAL-F. */
  readonly 'POL-ROLL': Readonly<Partial<Record<Fristid, boolean>>>;
  /** The calendar itself travels with the case (architecture.md 4); this names where it comes from. */
  readonly 'POL-FEIERTAGE': { readonly land: string };
  /** Weekday 1–7, Monday first. */
  readonly 'POL-BESPRECHUNG': {
    readonly wochentag: number;
    readonly anFeiertag: 'naechster_arbeitstag' | 'ausfall';
  };
  readonly 'POL-LOESCH': { readonly start: 'erfassung' | 'fallabgang'; readonly monate: number };
  readonly 'POL-SCHLUESSEL': { readonly soll: number; readonly min: number; readonly warnMax: number };
  readonly 'POL-AKH-CHECK': 'dokumentieren' | 'aussetzen';
  readonly 'POL-ERFOLG': readonly Abgangsgrund[];
  readonly 'POL-ESC': readonly Eskalationsregel[];
  readonly 'POL-FRIST': Readonly<Record<Fristid, { readonly aktiv: boolean; readonly dauer: Dauer | null }>>;
};

/** Versions that come with Lotse; every other one is laid over one of them. */
export const POLICYBASEN = ['standard', 'ba-2010'] as const;
export type Policybasis = (typeof POLICYBASEN)[number];

export function istPolicybasis(name: string): name is Policybasis {
  return POLICYBASEN.some((basis) => basis === name);
}

/** Deviations from a built-in version: whole parameters, of POL-FRIST single timers. */
export type Policyaenderungen = Partial<Omit<Policy, 'POL-FRIST'>> & {
  readonly 'POL-FRIST'?: Partial<Policy['POL-FRIST']>;
};

/** What a case carries: the version of the office (E48), the built-in one below it and the deviations from that. */
export type Policywahl = {
  /** Absent in cases of release 0.1 and where a built-in version is used as it is. */
  readonly version?: string;
  readonly basis: Policybasis;
  readonly aenderungen: Policyaenderungen;
};

import type { Kalender } from '../../frist/kalender.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Abgangsgrund, Hbstatus, Uebermittlungsgrundlage, Zielstelle } from '../../kennungen.ts';
import type { Policywahl } from '../../policy/policy.ts';
import type { Wegfall } from '../../zugang/wegfall.ts';

export type { B, Befehlskopf } from '../../vorgang/befehl.ts';

/** Facts of the file that a rule needs: counts, flags, dates; never content (architecture.md 3.3). */
export type Personenfakten = {
  readonly erwerbsfaehig: boolean;
  readonly rechtskreisSgb2: boolean;
  readonly ue25: boolean;
  readonly profilVorhanden: boolean;
  /** the newest Profiling names no Profillage. */
  readonly ohneProfillage: boolean;
  /** The newest Profiling is an `abgesichertes` one (V-08). */
  readonly profilAbgesichert: boolean;
  readonly komplex: boolean;
  readonly zaehlendeHandlungsbedarfe: number;
  readonly offeneHandlungsbedarfe: number;
  /** Day of the newest Profiling made for the Fallabgang, null when there is none (V-58). */
  readonly profilAngepasstAm: Tag | null;
  /** A Handlungsbedarf decisive for the handover is reduced or gone (X13, A-21); unknown to commands of release 0.1. */
  readonly massgeblicherBedarfReduziert?: boolean;
  readonly andererOffenerFall: boolean;
  /** V-79: what the master data say; unknown to commands of release 0.1. */
  readonly wegfall?: Wegfall | null;
};

/** A binding passive Betreuung that runs, and the Fallmanagement that set it (A-28, V-82). */
export type LaufendeAkh = { readonly bis: Tag; readonly fm: string };

/** A Handlungsbedarf as planning looks at it: which one, and how far it is; never what it is (DS-20). */
export type Bedarfsstand = { readonly id: string; readonly status: Hbstatus };

/** The same with the day it was done with; null while there is something to do. */
export type Bedarfsgeschichte = Bedarfsstand & { readonly abgebautAm: Tag | null };

/** V-34: where a talk with personal content took place; older commands do not say. */
export type Gespraechsort = { readonly raum?: 'geschuetzt' | 'offen' };

/** Minutes of a talk that was held, and of getting ready for it (003 ch7); older commands do not say. */
export type Gespraechsdauer = { readonly dauerMinuten?: number; readonly vorbereitungMinuten?: number };

/** Where a planned talk is to take place; a link to a video talk is a text, which stays in the record. */
export const TERMINORTE = ['fm_buero', 'pap_buero', 'aufsuchend', 'video', 'anderer_ort'] as const;
export type Terminort = (typeof TERMINORTE)[number];

/** What a planned talk says beside its day; older commands do not say. `uhrzeit` is local: HH:MM. */
export type Terminangaben = {
  readonly uhrzeit?: `${number}:${number}`;
  readonly dauerMinuten?: number;
  readonly ort?: Terminort;
};

/** What follows when no Arbeitsbündnis comes about (E15). */
export type Buendniskonsequenz = 'fm_wechsel' | 'information_aufklaerung' | 'rueckgabe';

export type Teilnehmer = 'bewerber' | 'pap' | 'fm' | 'fm_spezial' | 'fm_u25' | 'jour_fixe_av';

/** Who hands the person over where that is not the pAp (R09, R11). `id` is an opaque staff id. */
export type Abgebend = { readonly rolle: 'fm_u25' | 'jour_fixe_av'; readonly id: string };

/** TR04: the attempt to call a Fallmanager into the Jour-Fixe; `fm` null = nobody was reached. */
export type Anruf = {
  readonly fm: string | null;
  readonly ergebnis: 'kommt_dazu' | 'feste_termine' | 'nicht_erreicht';
};

/** The route by which the person is vorgemerkt (E08.quelle). */
export type Vormerkungsquelle =
  | { readonly art: 'pap' }
  | { readonly art: 'jour_fixe'; readonly anruf: Anruf; readonly themen: readonly string[] }
  | { readonly art: 'fm_u25'; readonly uebergabeAm: Tag }
  /** TR64: `fall` is the one it was passed on from, `grundlage` what the transfer rests on. */
  | { readonly art: 'weiterleitung'; readonly fall: string; readonly grundlage: Uebermittlungsgrundlage };

/** What opens a case: its identity and the settings it will carry. */
export type Fallgruendung = {
  readonly personId: string;
  readonly fallnummer: string;
  readonly team: string;
  readonly pap: string | null;
  readonly abgebend: Abgebend | null;
  /** TR49: the newest case of the person that was ended or refused. */
  readonly vorgaengerFallId: string | null;
  /** Counts the admissions of a person, the first is 1. */
  readonly laufendeNummer: number;
  readonly policy: Policywahl;
  readonly kalender: Kalender;
  /** Absent in commands of release 0.1, whose cases began under the first. */
  readonly regelwerk?: number;
};

/** The case that begins in another team with the end of this one (TR16, TR64). */
export type Folgefall = {
  readonly fallId: string;
  readonly gruendung: Fallgruendung;
  readonly grundlage: Uebermittlungsgrundlage;
};

/** Dates of a case that was run without Lotse so far; ascending lists, null where nothing happened yet. */
export type Bestandsdaten = {
  readonly vorgemerktAm: Tag;
  readonly zuordnung: { readonly am: Tag; readonly fm: string };
  readonly uebernahmegespraechAm: Tag | null;
  readonly erstgespraechAm: Tag | null;
  readonly fallzugangAm: Tag | null;
  readonly vereinbarungenAm: readonly Tag[];
  readonly kontakteAm: readonly Tag[];
  readonly ueberpruefungenAm: readonly Tag[];
  readonly standortgespraecheAm: readonly Tag[];
  readonly feedbackAm: Tag | null;
};

/** X15: what it was. */
export type Administrativ = 'umzug' | 'tod' | 'datenfehler';

/** Exit reason with the answers its guard asks for (abgangsgruende.md). */
export type Abgangsangaben = {
  readonly grund: Abgangsgrund;
  /** X9: the criteria of access are no longer met. */
  readonly kriterienEntfallen: boolean;
  /** X9: progress is possible without bFM. */
  readonly ohneFmMoeglich: boolean;
  // Commands of release 0.1 know none of what follows.
  readonly nebengruende?: readonly Abgangsgrund[];
  /** X1: start of the work that is expected to last. */
  readonly arbeitsaufnahmeAm?: Tag | null;
  /** X1: the claim for benefits goes on, so a pAp has to take over. */
  readonly leistungsbezugLaeuft?: boolean;
  /** X11: the person can be placed in the market. */
  readonly marktfaehig?: boolean;
  /** X14: the specialised Fallmanagement that goes on with the person. */
  readonly zielstelle?: Zielstelle | null;
};

/** The recorded fact a correction refers to, as the record knows it. */
export type Bezug = { readonly ereignis: string; readonly art: string; readonly akteur: string | null };

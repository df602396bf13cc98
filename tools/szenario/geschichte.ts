import type { Land } from '../../domain/frist/kalender.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Friststatus } from '../../domain/fall/fall.ts';
import type { Profillage, Rolle, Stufe, Zielstelle } from '../../domain/kennungen.ts';
import type { Erbringerfakten } from '../../domain/leistung/leistung.ts';
import type { Policywahl } from '../../domain/policy/policy.ts';
import type { Sprache } from '../../domain/sprachen.ts';
import type { Potenzialsachbefehl } from '../../domain/rollen/potenzialrechte.ts';
import type { Teamsachbefehl } from '../../domain/rollen/teamrechte.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import type { Handlungsbedarf } from '../../domain/zugang/kriterium-a.ts';
import type { Stammbefehl } from './stammdaten.ts';

/** A colleague of the story; `id` is the label the steps use. */
export type Mitarbeitende = {
  readonly id: string;
  readonly rolle: Rolle;
  readonly anteil: number;
  readonly sprachen: readonly Sprache[];
  /** Last day of the proofs of an external Fallmanagement (003 ch8); null = it has none. */
  readonly nachweiseBis: Tag | null;
  /** Works in or leads a specialised team; null = the Fallmanagement team. */
  readonly zielstelle: Zielstelle | null;
  /** False once the colleague has left. */
  readonly aktiv: boolean;
};

/** A M&I team of the story with the labels of its Kontakt-FM (R16). */
export type Nachbarteam = {
  readonly id: string;
  readonly kontaktFm: readonly string[];
  readonly ohneKontaktFm: boolean;
};

/** A provider of the directory (E23). */
export type Erbringer = {
  readonly id: string;
  readonly grundlage: Erbringerfakten['grundlage'];
  readonly wartezeitTage: number | null;
};

/** A theme of the story (E42) with the labels of those responsible. */
export type Thema = { readonly id: string; readonly zustaendig: readonly string[] };

/** A person of the story with the file as it is before the first step. */
export type Personendaten = {
  readonly id: string;
  readonly geburtsdatum: Tag;
  readonly erwerbsfaehig: boolean;
  readonly rechtskreis: 'sgb_ii' | 'sgb_iii' | 'sonstiger';
  readonly verstorbenAm: Tag | null;
  readonly verzogenAm: Tag | null;
  /** Label of the pAp who looks after the person. */
  readonly pap: string;
  /** Label of the FM U25 of a person under 25; null = none. */
  readonly fmU25: string | null;
  /** The first Profiling is an `abgesichertes` one (V-08). */
  readonly abgesichert: boolean;
  /** null = no Profiling was made yet. */
  readonly profillage: Profillage | null;
  readonly handlungsbedarfe: readonly Handlungsbedarf[];
  /** Language in which the person can be counselled; null where German will do. */
  readonly sprache: Sprache | null;
  /** Labels of those with a noted conflict of interest. */
  readonly befangene: readonly string[];
};

type ErwartetesErgebnis = 'ok' | { readonly abgelehnt: string } | { readonly verboten: true };

export type ErwarteteFrist =
  | { readonly fehlt: string }
  | {
      readonly id: string;
      readonly vorkommen?: number | undefined;
      readonly roh?: Tag | undefined;
      readonly faellig?: Tag | undefined;
      readonly status?: Friststatus | undefined;
      readonly ruht?: boolean | undefined;
    };

export type ErwarteteNachricht = {
  readonly an: string;
  readonly anlass: string;
  readonly stufe: Stufe;
  readonly fall?: string | undefined;
};

/** What must hold after a step; what is absent is not looked at, except `ergebnis`, which is `ok` if absent. */
export type Erwartung = {
  readonly ergebnis?: ErwartetesErgebnis | undefined;
  readonly zustand?: string | undefined;
  readonly neben?: readonly string[] | undefined;
  readonly warnungen?: readonly string[] | undefined;
  readonly hinweise?: readonly string[] | undefined;
  readonly auffaelligkeiten?: readonly string[] | undefined;
  readonly phasen?: readonly string[] | undefined;
  readonly policy?: string | undefined;
  readonly vorgaenger?: string | undefined;
  readonly fakten?: Readonly<Record<string, unknown>> | undefined;
  readonly fristen?: readonly ErwarteteFrist[] | undefined;
  readonly nachrichten?: readonly ErwarteteNachricht[] | undefined;
};

type Schrittkopf = {
  /** 1-based place in the story, and the line it begins on. */
  readonly nummer: number;
  readonly zeile: number;
  readonly am: Instant;
  /** Label of the case the step looks at. */
  readonly fall: string;
  readonly erwarte: Erwartung;
};

type Handlung = Schrittkopf & { readonly art: 'befehl'; readonly als: string };
/** What the API would take, with labels where it wants ids. */
type Eingabe = Readonly<Record<string, unknown>>;

/** Somebody gives a command on a case; `fall` is its label. */
export type Fallschritt = Handlung & {
  readonly ziel: 'fall';
  readonly befehl: Sachbefehl;
  readonly eingabe: Eingabe;
};
/** Somebody gives a command on the check record of a person; `fall` is the label of the person. */
export type Potenzialschritt = Handlung & {
  readonly ziel: 'potenzial';
  readonly befehl: Potenzialsachbefehl;
  readonly eingabe: Eingabe;
};
/** Somebody gives a command on the calendar of the team; `fall` is `team`. */
export type Teamschritt = Handlung & {
  readonly ziel: 'team';
  readonly befehl: Teamsachbefehl;
  readonly eingabe: Eingabe;
};
/** Somebody changes master data, or looks at something. */
export type Stammschritt = Handlung & {
  readonly befehl: Stammbefehl['befehl'];
  readonly stammdaten: Stammbefehl;
};

/** Somebody acts. */
export type Befehlsschritt = Fallschritt | Potenzialschritt | Teamschritt | Stammschritt;

/** Time passes until `am`, that instant included. */
export type Uhrschritt = Schrittkopf & { readonly art: 'bis' };

export type Schritt = Befehlsschritt | Uhrschritt;

/** A story as it was read: complete, checked, with defaults filled in. */
export type Geschichte = {
  readonly datei: string;
  readonly titel: string;
  readonly quelle: readonly string[];
  readonly land: Land;
  readonly policy: Policywahl;
  readonly personal: readonly Mitarbeitende[];
  readonly personen: readonly Personendaten[];
  readonly themen: readonly Thema[];
  readonly leistungserbringer: readonly Erbringer[];
  /** The teams beside the Fallmanagement; null = the calendar of the team is no part of the story. */
  readonly teams: readonly Nachbarteam[] | null;
  readonly schritte: readonly Schritt[];
};

import type { Zustand } from '../../fall/zustand.ts';
import type { Dauer, Fristregel } from '../../frist/auftrag.ts';
import type { Rolle } from '../../rollen/rolle.ts';

/** A rung that one Frist has besides those of its ladder; offsets count from its due day (POL-ESC). */
export type Zusatzsprosse = {
  readonly versatz: number;
  readonly einheit: 'tage' | 'arbeitstage';
  readonly rolle: 'fm' | 'koordinator' | 'leistungserbringer';
  readonly stufe: 'faellig' | 'ueberfaellig';
};

/** What else the office decides about a Frist, besides its period (POL-FRIST) and its ladder (POL-ESC). */
export type Stellschraube =
  | 'POL-ANKER'
  | 'POL-BESPRECHUNG'
  | 'POL-ERST-START'
  | 'POL-HOECHSTDAUER'
  | 'POL-KONTAKT'
  | 'POL-REVIEW'
  | 'POL-SCHLUESSEL';

/** All there is to say about one kind of Frist; only how it follows from facts stands elsewhere. */
export type Fristart = {
  /** As people say it. One that would hint at health is called "Frist" (zustaende.md 6). */
  readonly name: string;
  /** What is owed, in a sentence for the clerk. How long is said only in the words of a source: the office may have decided otherwise. */
  readonly warum: string;
  readonly quelle: string;
  /** The owner, whom POL-ESC calls "FM"; `fm` is the responsible Fallmanager. */
  readonly wer: Rolle;
  /** Only a CAL-F rolls to a working day, and only where the office did not switch that off (POL-ROLL). */
  readonly regel: Fristregel;
  /** As in the version `standard`; null where facts or another parameter set the day. */
  readonly dauer: Dauer | null;
  /** Whence the period counts, or what sets the day: reads on after it; of a calendar period ("alle 3 Monate") when it is due. */
  readonly bezug: string;
  readonly erledigt: string;
  /** Off in the version `standard`: the office switches it on where it wants it. */
  readonly standard?: 'aus';
  readonly parameter?: readonly Stellschraube[];
  /** `kurz`: reminded 3 days before instead of 14; `keine`: an open task or the notice of a transition (POL-ESC). */
  readonly leiter: 'voll' | 'kurz' | 'keine';
  readonly zusatz?: readonly Zusatzsprosse[];
  /** For docs/fristen.md alone: what a neutral name does not say. */
  readonly vertraulich?: { readonly was: string; readonly quelle: string };
};

/** A Frist of a case: elsewhere than in these states it ends as `entfallen` (fristenrechnung.md 2). */
export type Fallfristart = Fristart & {
  readonly laeuftIn: readonly Zustand[];
  /** It stands still here and comes back at its old day (TR46). */
  readonly ruhtIn: readonly Zustand[];
};

/** A Frist from the decision about the exit on. */
export type Abgangsfristart = Fallfristart & {
  /** Asks after the exit what has become of the person; the list of Nachhaltungen shows it (TR57). */
  readonly nachhaltung: boolean;
};

/** A Frist of a team that is owed once per calendar period. */
export type Zeitraumfristart = Fristart & {
  /** What is owed; null where there are several: each M&I team, each partner of an exchange. */
  readonly gegenstand: string | null;
};

/** Neutral: what is waited for would hint at health (zustaende.md 6). */
export const NEUTRAL = {
  name: 'Frist',
  warum: 'Zu diesem Fall ist etwas zu erledigen.',
  quelle: '001',
} as const;

export const tage = (anzahl: number): Dauer => ({ einheit: 'tage', anzahl });
export const wochen = (anzahl: number): Dauer => ({ einheit: 'wochen', anzahl });
export const monate = (anzahl: number): Dauer => ({ einheit: 'monate', anzahl });

export const VOR_ZUGANG = ['zugeordnet', 'uebernahme_terminiert', 'zugangspruefung'] as const;
export const OFFEN = ['aktiv', 'standort_faellig', 'aktiv_verlaengert'] as const;
export const ABGANG = ['abgang_eingeleitet'] as const;

/** In S08 all but the contact, the return and open tasks rest. */
export const RUHT_IM_ABGANG = { laeuftIn: OFFEN, ruhtIn: ABGANG } as const;
export const BIS_ZUM_ENDE = { laeuftIn: [...OFFEN, ...ABGANG], ruhtIn: [] } as const;
export const DANACH = { laeuftIn: ['beendet'], ruhtIn: [] } as const;

import type { Friststatus } from '../../domain/fall/fall.ts';
import type { Phase } from '../../domain/fall/phasen.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { Herleitungsschritt } from '../../domain/frist/auftrag.ts';
import type { Fristverlegung } from '../../domain/pflicht/frist.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Stufe } from '../../domain/kennungen.ts';
import type { Befehlsschritt, Geschichte } from './geschichte.ts';

/** What a command was answered. `zustand` is null when a change of the file concerns no case. */
export type Befehlsergebnis =
  | {
      readonly ergebnis: 'ok';
      readonly zustand: string | null;
      readonly neben: readonly string[];
      readonly warnungen: readonly string[];
      readonly fakten: Readonly<Record<string, unknown>>;
    }
  | { readonly abgelehnt: string }
  | { readonly verboten: true };
export type Absage = Exclude<Befehlsergebnis, { ergebnis: 'ok' }>;

/** A duty as lists show it on the day of the story; those whose `beginn` lies later do not exist yet. */
export type Fristsicht = {
  readonly id: string;
  readonly vorkommen: number;
  readonly roh: Tag;
  readonly faellig: Tag;
  readonly status: Friststatus;
  readonly ruht: boolean;
  /** From what it was computed; empty where the facts no longer demand it. */
  readonly herleitung: readonly Herleitungsschritt[];
  /** Who moved its due day last; absent while it is where it was first computed. */
  readonly verlegt?: Fristverlegung;
};

export type Fallsicht = {
  readonly fall: string;
  readonly zustand: string;
  /** Name of the policy version it runs under. */
  readonly policy: string;
  readonly neben: readonly string[];
  /** Rules of severity W that still wait for their reason. */
  readonly hinweise: readonly string[];
  readonly auffaelligkeiten: readonly string[];
  /** Prozessphasen that run (3.1). */
  readonly phasen: readonly Phase[];
  /** Label of the case this one follows (TR49). */
  readonly vorgaenger: string | null;
  readonly fristen: readonly Fristsicht[];
};

/** A message to one colleague, by label; a message to a role without a named person goes to its first member. */
export type Nachrichtensicht = {
  readonly fall: string;
  readonly an: string;
  readonly anlass: string;
  readonly stufe: Stufe;
};

/** Everything a story may look at: the cases in the order they were opened, the messages since the last look. */
export type Sicht = {
  readonly faelle: readonly Fallsicht[];
  readonly nachrichten: readonly Nachrichtensicht[];
};

/**
 * What plays a story. The player calls `stelleUhr(step.am)` before every step, so an engine never moves the clock
 * by itself; after `stelleUhr` all that is due until that instant, the instant included, has been taken.
 */
export type Motor = {
  readonly beginne: (geschichte: Geschichte) => Promise<void>;
  readonly befehl: (schritt: Befehlsschritt) => Promise<Befehlsergebnis>;
  readonly stelleUhr: (bis: Instant) => Promise<void>;
  readonly sicht: () => Promise<Sicht>;
  readonly schliesse: () => Promise<void>;
};

import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Fristid, Stufe } from '../kennungen.ts';

/** A recorded fact: the event that holds it, the day it happened, the instant it was recorded. */
export type Tatsache = { readonly ereignis: string; readonly am: Tag; readonly erfasstAm: Instant };

/** How a duty can end, and how far an open one has come (technik.md 3.2). */
export const FRISTENDEN = [
  'erledigt',
  'rechtzeitig_nacherfasst',
  'verspaetet_erledigt',
  'versaeumt',
  'entfallen',
] as const;
export const FRISTLAEUFE = ['offen', 'erinnert', 'faellig', 'ueberfaellig'] as const;
export type Fristende = (typeof FRISTENDEN)[number];
export type Fristlauf = (typeof FRISTLAEUFE)[number];
export type Friststatus = Fristlauf | Fristende;

/** How the due day of a duty was last moved: by whom (null = time or Lotse itself), when, why, from which day. */
export type Fristverlegung = {
  readonly am: Instant;
  readonly akteur: string | null;
  readonly grund: Rechengrund;
  readonly vorher: Tag;
};

/** A duty as a state remembers it. `beginn` is the first day it shows in a list; `nr` counts ladder rungs taken. */
export type Friststand = {
  readonly id: Fristid;
  readonly vorkommen: number;
  readonly beginn: Tag;
  readonly start: Tag;
  readonly roh: Tag;
  readonly faellig: Tag;
  readonly nr: number;
  readonly lauf: Fristlauf;
  readonly ende: Fristende | null;
  readonly ruht: boolean;
  /** The day only reminds its owner; nothing is ever overdue (T-12 while documents are awaited). */
  readonly nurErinnerung?: true;
  readonly verlegt?: Fristverlegung;
};

/** One changed duty; absent values are as before. */
export type Fristaenderung = {
  readonly id: Fristid;
  readonly vorkommen: number;
  readonly beginn: Tag;
  readonly start: Tag;
  readonly roh: Tag;
  readonly faellig: Tag;
  readonly ende: Fristende | null;
  readonly ruht: boolean;
  readonly nurErinnerung?: true;
  /** Due day before the change, when it moved. */
  readonly vorher?: Tag;
  /** The same with who and why, for whoever asks the Vorgang itself; events of older releases lack it. */
  readonly verlegt?: Fristverlegung;
};

/** One rung of the ladder; `an` null = a counter, nobody is told. */
export type Fristschritt = {
  readonly id: Fristid;
  readonly vorkommen: number;
  readonly faellig: Tag;
  readonly nr: number;
  readonly stufe: Exclude<Stufe, 'mitteilung'>;
  readonly an: 'verantwortlich' | 'fm' | 'tl' | 'koordinator' | 'leistungserbringer' | null;
  readonly uebersprungen: boolean;
};

/** Why duties were computed anew. */
export type Rechengrund = 'tatsache' | 'berichtigung' | 'kalender' | 'policy' | 'regelwerk' | 'zeit';

/** What happens to the duties of a state; the same for whatever has duties. */
export type Fristereignis =
  | {
      readonly art: 'fristen_berechnet';
      readonly grund: Rechengrund;
      readonly eintraege: readonly Fristaenderung[];
    }
  | { readonly art: 'frist_schritte'; readonly schritte: readonly Fristschritt[] };

/** True for the events that are about the duties alone. */
export function istFristereignis<E extends { readonly art: string }>(
  ereignis: E,
): ereignis is E & Fristereignis {
  return ereignis.art === 'fristen_berechnet' || ereignis.art === 'frist_schritte';
}

/** Which occurrence of which duty. */
export const fristschluessel = (f: { readonly id: string; readonly vorkommen: number }): string =>
  `${f.id}/${f.vorkommen}`;

import { exhaustive } from '../exhaustive.ts';
import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Regelid } from '../kennungen.ts';
import { evolveFristen } from '../pflicht/evolve.ts';
import type { Friststand } from '../pflicht/frist.ts';
import type { Pflichtlage } from '../pflicht/sollfristen.ts';
import type { Policywahl } from '../policy/policy.ts';
import type { Befehlskopf, Pflegebefehl } from './befehl.ts';
import type { Entwurf, Rohereignis } from './entwurf.ts';
import type { AllgemeinesEreignis, Ereigniskopf, Pflegeereignis } from './ereignis.ts';

/** The kinds of Vorgang: what has a stream of events, duties of its own and a workflow that watches over them. */
export const VORGANGSARTEN = ['fall', 'potenzial', 'team'] as const;
export type Vorgangsart = (typeof VORGANGSARTEN)[number];

/** A state before its first event. */
export type Anfang = { readonly zustand: 'neu'; readonly sequenz: 0 };

/** What every Vorgang carries from its first event on. */
export type Vorgangskopf = {
  readonly sequenz: number;
  /** The business instant of the newest event; never runs backwards. */
  readonly zuletzt: Instant;
  readonly regelwerk: number;
  readonly policy: Policywahl;
  readonly kalender: Kalender;
  /** The team whose leaders are told. */
  readonly team: string;
  /** Rules of severity W that still wait for their reason. */
  readonly hinweise: readonly Regelid[];
  readonly fristen: readonly Friststand[];
};

/** A state with at least one event. */
export type Stand = Vorgangskopf & { readonly zustand: string };

/** The types of one kind of Vorgang; `befehl` and `daten` (events without their head) are those of its own. */
export type Typen = {
  readonly anfang: Anfang;
  readonly stand: Stand;
  readonly befehl: Befehlskopf & { readonly befehl: string };
  readonly daten: { readonly art: string };
};

/** A state with or without events. */
export type Lage<T extends Typen> = T['anfang'] | T['stand'];
export type BefehlAn<T extends Typen> = T['befehl'] | Pflegebefehl;
export type DatenVon<T extends Typen> = T['daten'] | Pflegeereignis;
export type EreignisVon<T extends Typen> = Ereigniskopf & DatenVon<T>;

/** A change the passage of time alone brings at the beginning of a day (TR38). */
export type Zeituebergang<T extends Typen> = {
  readonly am: Tag;
  readonly ereignis: Rohereignis<DatenVon<T>>;
};

/** One kind of Vorgang, as far as the loop, the recording and the workflow need to know it. */
export type Aggregat<T extends Typen> = {
  readonly art: Vorgangsart;
  readonly idVon: (lage: Lage<T>) => string;
  readonly decide: (lage: Lage<T>, befehl: BefehlAn<T>) => Entwurf<DatenVon<T>>;
  readonly evolve: (lage: Lage<T>, ereignis: EreignisVon<T>) => T['stand'];
  readonly pflichtlage: (stand: T['stand'], heute: Tag) => Pflichtlage;
  /** What the present state waits for besides its duties. */
  readonly zeituebergaenge: (stand: T['stand']) => readonly Zeituebergang<T>[];
};

/** True once there is an event. */
export function besteht<T extends Typen>(lage: Lage<T>): lage is T['stand'] {
  return lage.zustand !== 'neu';
}

/** What every event does to the head of a state. */
export function evolveKopf(
  { hinweise }: Pick<Stand, 'hinweise'>,
  ereignis: AllgemeinesEreignis,
): Pick<Stand, 'sequenz' | 'zuletzt' | 'hinweise'> {
  return {
    sequenz: ereignis.sequenz,
    zuletzt: ereignis.am,
    hinweise: [...new Set([...hinweise, ...ereignis.offeneHinweise])],
  };
}

/** What the events any Vorgang may have do to it. */
export function evolvePflege<S extends Stand>(stand: S, ereignis: Pflegeereignis): S {
  switch (ereignis.art) {
    case 'fristen_berechnet':
    case 'frist_schritte':
      return { ...stand, fristen: evolveFristen(stand.fristen, ereignis) };
    case 'begruendung_nachgereicht':
      return { ...stand, hinweise: stand.hinweise.filter((h) => h !== ereignis.regel) };
    case 'kalender_uebernommen':
      return { ...stand, kalender: ereignis.kalender };
    default:
      return exhaustive(ereignis);
  }
}

import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Regelid } from '../kennungen.ts';
import type { Friststand } from '../pflicht/frist.ts';
import type { Policywechsel } from '../pflicht/policywechsel.ts';
import type { Pflichtlage } from '../pflicht/sollfristen.ts';
import type { Policywahl } from '../policy/policy.ts';
import type { Befehlskopf, Pflegebefehl } from './befehl.ts';
import type { Entwurf, Rohereignis } from './entwurf.ts';
import type { Antwort } from './antwort.ts';
import type { Ereigniskopf, Pflegeereignis } from './ereignis.ts';
import type { Nachricht } from './nachricht.ts';

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
  /** False: it began before there were the parameters of its Regelwerk; they mean "as before" until the policy is migrated (11.5). */
  readonly neueParameter?: boolean;
  /** The team whose leaders are told. */
  readonly team: string;
  /** Rules of severity W that still wait for their reason. */
  readonly hinweise: readonly Regelid[];
  readonly fristen: readonly Friststand[];
  /** The last change to another policy; absent while the Vorgang runs under the one it began with. */
  readonly wechsel?: Policywechsel;
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
  readonly neu: (id: string) => T['anfang'];
  readonly idVon: (lage: Lage<T>) => string;
  readonly decide: (lage: Lage<T>, befehl: BefehlAn<T>) => Entwurf<DatenVon<T>>;
  readonly evolve: (lage: Lage<T>, ereignis: EreignisVon<T>) => T['stand'];
  readonly pflichtlage: (stand: T['stand'], heute: Tag) => Pflichtlage;
  /** What the present state waits for besides its duties. */
  readonly zeituebergaenge: (stand: T['stand']) => readonly Zeituebergang<T>[];
  readonly antwortAuf: (
    befehl: BefehlAn<T>,
    ereignisse: readonly EreignisVon<T>[],
    stand: T['stand'],
  ) => Antwort;
  /** Who is told what by one event. */
  readonly nachrichten: (ereignis: EreignisVon<T>, vorher: Lage<T>, nachher: T['stand']) => Nachricht[];
  /** True once no duty is left: the workflow may complete (zustaende.md 6). */
  readonly istAbgeschlossen: (stand: T['stand']) => boolean;
  /** A state of an older release, brought to today's shape. */
  readonly aufHeutigenStand: (lage: Lage<T>) => Lage<T>;
  /** A command as an older release wrote it, with what this one has added filled in. */
  readonly befehlVonHeute: (befehl: BefehlAn<T>) => BefehlAn<T>;
};

/** True once there is an event. */
export function besteht<T extends Typen>(lage: Lage<T>): lage is T['stand'] {
  return lage.zustand !== 'neu';
}

import type { Uebergangid } from '../fall/uebergaenge/katalog.ts';
import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Regelid } from '../kennungen.ts';
import type { Policywahl } from '../policy/policy.ts';
import type { Fristereignis } from '../pflicht/frist.ts';
import type { Klasse } from '../rollen/matrix.ts';

/** Common to all events; `id` is unique for ever, `sequenz` per Vorgang without gaps. */
export type Ereigniskopf = {
  readonly id: string;
  readonly sequenz: number;
  readonly am: Instant;
  readonly akteur: string | null;
  /** Whom the actor represented; absent when acting in their own right. */
  readonly fuer?: string;
  readonly tr: Uebergangid | null;
  /** The local day on which the fact happened; null for events that are no fact about the world. */
  readonly ereignisAm: Tag | null;
  readonly dokumente: readonly { readonly feld: string; readonly id: string }[];
  /** Rules of severity W or I that applied. */
  readonly warnungen: readonly Regelid[];
  /** Those of them (W) that still wait for a reason. */
  readonly offeneHinweise: readonly Regelid[];
};

/** One kind of event without its head. */
export type E<Art extends string, Daten = unknown> = { readonly art: Art } & Daten;

/** Class of what an event gives away by being there, one row for each of its kinds. */
export type Ereignisklassen<U extends { readonly art: string }> = Readonly<Record<U['art'], Klasse>>;

/** What can happen to any Vorgang. */
export type Pflegeereignis =
  | Fristereignis
  | E<'begruendung_nachgereicht', { regel: Regelid }>
  | E<'kalender_uebernommen', { kalender: Kalender }>
  | E<'policy_uebernommen', { policy: Policywahl; vorher: string }>
  | E<'regelwerk_uebernommen', { regelwerk: number; bisher: number }>;

export const PFLEGEKLASSEN = {
  fristen_berechnet: 'K1',
  frist_schritte: 'K1',
  begruendung_nachgereicht: 'K1',
  kalender_uebernommen: 'K1',
  policy_uebernommen: 'K1',
  regelwerk_uebernommen: 'K1',
} as const satisfies Ereignisklassen<Pflegeereignis>;

/** An event of any Vorgang, as far as those who do not know its kind look at it. */
export type AllgemeinesEreignis = Ereigniskopf & { readonly art: string };

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

/**
 * TR61: `ja` = its fact goes out of the case; `mit` = it goes with the entry it came with; the others say why it stays: it led
 * the case on, it is replaced by a newer one, Lotse wrote it down itself.
 */
export type Ruecknehmbar = 'ja' | 'mit' | 'schritt' | 'fassung' | 'system';

/** What an event gives away by being there, and whether it can be taken back: one row for each of its kinds. */
export type Ereigniszeilen<U extends { readonly art: string }> = Readonly<
  Record<U['art'], { readonly klasse: Klasse; readonly zurueck: Ruecknehmbar }>
>;

/** What can happen to any Vorgang. */
export type Pflegeereignis =
  | Fristereignis
  | E<'begruendung_nachgereicht', { regel: Regelid }>
  | E<'kalender_uebernommen', { kalender: Kalender }>
  | E<'policy_uebernommen', { policy: Policywahl; vorher: string }>
  | E<'regelwerk_uebernommen', { regelwerk: number; bisher: number }>;

export const PFLEGEEREIGNISSE = {
  fristen_berechnet: { klasse: 'K1', zurueck: 'mit' },
  frist_schritte: { klasse: 'K1', zurueck: 'mit' },
  begruendung_nachgereicht: { klasse: 'K1', zurueck: 'fassung' },
  kalender_uebernommen: { klasse: 'K1', zurueck: 'system' },
  policy_uebernommen: { klasse: 'K1', zurueck: 'system' },
  regelwerk_uebernommen: { klasse: 'K1', zurueck: 'system' },
} as const satisfies Ereigniszeilen<Pflegeereignis>;

/** An event of any Vorgang, as far as those who do not know its kind look at it. */
export type AllgemeinesEreignis = Ereigniskopf & { readonly art: string };

import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import { ortstag, type Instant } from '../frist/zeitzone.ts';
import type { Regelid, Rolle } from '../kennungen.ts';
import type { Policywahl } from '../policy/policy.ts';

/** Proof that a text was written, without the text: its document, its length, what is wrong with it (V-06, V-28). */
export type Textnachweis = {
  readonly dokument: string;
  readonly zeichen: number;
  readonly nurVorlage: boolean;
  /** The text carries a code or a hidden marker (V-28). */
  readonly kuerzel?: true;
};

/** Who acts, in which role. Ids are opaque staff ids. */
export type Akteur = {
  readonly id: string;
  readonly rolle: Rolle;
  /** Whom the actor represents (TR52); absent when acting in their own right. */
  readonly fuer?: string;
};

/** Time and other parts of Lotse act as nobody: their events carry no actor. */
export const SYSTEMAKTEUR: Akteur = { id: 'system', rolle: 'tl' };

/** Who decided something for every Vorgang at once: a policy, a closing day. */
export function leitung(id: string): Akteur {
  return { id, rolle: 'bereichsleitung' };
}

/** Common to all commands. `zeilenversionen` names rows outside the event stream (V-75). */
export type Befehlskopf = {
  readonly befehlId: string;
  readonly at: Instant;
  readonly akteur: Akteur;
  readonly ereignisAm: Tag;
  readonly texte: Readonly<Partial<Record<string, Textnachweis>>>;
  readonly begruendungen: Readonly<Partial<Record<Regelid, Textnachweis>>>;
  readonly zeilenversionen: Readonly<Record<string, number>>;
};

/** Head of a command from Lotse itself: it happened when it was reported, and brings no text. */
export function systemkopf(befehlId: string, at: Instant): Befehlskopf {
  const leer = { texte: {}, begruendungen: {}, zeilenversionen: {} };
  return { befehlId, at, akteur: SYSTEMAKTEUR, ereignisAm: ortstag(at), ...leer };
}

/** One command: its name, its head, its data. */
export type B<Name extends string, Daten = unknown> = Befehlskopf & { readonly befehl: Name } & Daten;

/** What any Vorgang takes at any time. */
export type Pflegebefehl =
  | B<'begruendung_nachreichen', { regel: Regelid }>
  | B<'kalender_uebernehmen', { kalender: Kalender }>
  | B<'policy_uebernehmen', { policy: Policywahl }>
  | B<'regelwerk_uebernehmen', { regelwerk: number }>;

/** What the delivery tells any Vorgang; no clerk gives these commands. */
export type Pflegemeldung = Exclude<Pflegebefehl, { befehl: 'begruendung_nachreichen' }>;

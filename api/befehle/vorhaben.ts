import type { Aktenstand, Fallkopf } from '../../db/akte.ts';
import type { Kollegin } from '../../db/mitarbeitende.ts';
import type { Eroeffnungsname } from '../../domain/fall/befehle.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import type { Potenzial } from '../../domain/potenzial/potenzial.ts';
import type { Berechtigter } from '../../domain/rollen/befehlsrechte.ts';
import type { Team } from '../../domain/team/team.ts';
import type { Befehlskopf } from '../../domain/vorgang/befehl.ts';

/** Who gives a command, as far as rights and facts ask. */
export type Befehlsgeber = Berechtigter & { readonly team: { readonly id: string } };

/** A command in preparation: who gives it, to which Vorgang, when; nothing was read yet. */
export type Befehlsrahmen = {
  readonly konto: Befehlsgeber;
  /** Of the Vorgang. */
  readonly id: string;
  /** Drawn for a case that the command opens. */
  readonly fallnummer: string | null;
  readonly at: Instant;
};

/** On a case that exists. */
export type Fallrahmen = Befehlsrahmen & { readonly kopf: Fallkopf };

/** Where a new case goes; `gerufen` is the Fallmanager the command names, who decides the team. */
export type Zielteam = { readonly team: string; readonly gerufen: Kollegin | null };

/** For a case that the command opens. */
export type Eroeffnungsrahmen = Befehlsrahmen & {
  readonly befehl: Eroeffnungsname;
  readonly personId: string;
  readonly datei: Aktenstand;
  readonly ziel: Zielteam;
};

/** On the check record of a person. */
export type Potenzialrahmen = Befehlsrahmen & { readonly stand: Potenzial };

/** On the calendar of a team. */
export type Teamrahmen = Befehlsrahmen & { readonly stand: Team };

/** A command in preparation with its parsed input; a loader asks for the fields it needs and no more. */
export type Befehlsvorhaben<Rahmen, Eingabe> = Rahmen & { readonly eingabe: Eingabe };
export type Fallvorhaben<Eingabe = unknown> = Befehlsvorhaben<Fallrahmen, Eingabe>;
export type Eroeffnungsvorhaben<Eingabe = unknown> = Befehlsvorhaben<Eroeffnungsrahmen, Eingabe>;
export type Potenzialvorhaben<Eingabe = unknown> = Befehlsvorhaben<Potenzialrahmen, Eingabe>;
export type Teamvorhaben<Eingabe = unknown> = Befehlsvorhaben<Teamrahmen, Eingabe>;

/** Versions of the rows that facts come from, by table and id (V-75). */
export type Zeilenversionen = Befehlskopf['zeilenversionen'];

/** Every command may say on which day it happened. */
export type MitTag = { readonly ereignisAm?: Tag | undefined };

/** The day a command speaks of; without one the day it comes in. */
export function tagDes({ eingabe, at }: { readonly eingabe: MitTag; readonly at: Instant }): Tag {
  return eingabe.ereignisAm ?? ortstag(at);
}

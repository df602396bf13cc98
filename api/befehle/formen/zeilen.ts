import type { Eroeffnungsname } from '../../../domain/fall/befehle.ts';
import type { Sachbefehl } from '../../../domain/rollen/befehlsrechte.ts';
import type { Potenzialsachbefehl } from '../../../domain/rollen/potenzialrechte.ts';
import type { Teamsachbefehl } from '../../../domain/rollen/teamrechte.ts';
import type { Eroeffnungsvertrag } from '../zutritt/eroeffnung.ts';
import type { Fallvertrag } from '../zutritt/fall.ts';
import type { Potenzialvertrag } from '../zutritt/potenzial.ts';
import type { Teamvertrag } from '../zutritt/team.ts';

/** A row for every command a clerk may give on a Fall; each file of this folder has some of them. */
export type Fallvertraege = { readonly [Name in Eroeffnungsname]: Eroeffnungsvertrag<Name> } & {
  readonly [Name in Exclude<Sachbefehl, Eroeffnungsname>]: Fallvertrag<Name>;
};
export type Potenzialvertraege = { readonly [Name in Potenzialsachbefehl]: Potenzialvertrag<Name> };
export type Teamvertraege = { readonly [Name in Teamsachbefehl]: Teamvertrag<Name> };

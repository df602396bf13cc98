import type { z } from 'zod';
import type { Einwilligungsfakten } from '../../domain/einwilligung/einwilligung.ts';
import type { Befehl, Befehlskopf, Bezug, Fallgruendung, Personenfakten } from '../../domain/fall/befehle.ts';
import type { Bedarfsstand } from '../../domain/fall/befehle/kopf.ts';
import type { Erbringerfakten } from '../../domain/leistung/leistung.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { BEFEHLSRECHTE, type Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import type { Datenklasse as Jede } from '../../domain/rollen/matrix.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import type { Zuordnungsfakten } from '../../domain/zuordnung/fakten.ts';
import type { gemeinsam } from '../kern/felder.ts';

/** Data classes a text of a command can belong to; what providers say (K5) comes by no command of a clerk. */
export type Datenklasse = Exclude<Jede, 'K5'>;

/** The data class of a text; where it depends on what the text is about, on the value of another field. */
export type Textklasse =
  | Datenklasse
  | {
      readonly sonst: Datenklasse;
      readonly bei: { readonly [feld: string]: string };
      readonly klasse: Datenklasse;
    };

/** Facts a use case has loaded for a command; what the command does not need may stay null. */
export type Umfeld = {
  readonly kopf: Befehlskopf;
  readonly gruendung: Fallgruendung | null;
  readonly person: Personenfakten | null;
  /** TR04, TR07, TR08, TR51: the named colleague is active and a Fallmanager of the team. */
  readonly fmIstFallmanager: boolean;
  /** TR07, TR08, TR51: a conflict of interest between the named colleague and the person is noted. */
  readonly fmBefangen: boolean;
  /** E09, V-70: the load of the named colleague, and whether the choice deviates from the first suggestion. */
  readonly last: Zuordnungsfakten | null;
  /** TR16: the named colleague is active in specialised care. */
  readonly anIstFmSpezial: boolean;
  /** TR05: the planned day of the handover. */
  readonly uebergabe: { readonly am: Tag; readonly ue25: boolean } | null;
  /** V-52: the named colleague is an active external Fallmanagement. */
  readonly fmIstExtern: boolean;
  /** TR59: the person has a newer case. */
  readonly neuerFall: boolean;
  /** TR11, TR54: somebody wants to hear of cancelled appointments (E03). */
  readonly begleitpersonInformieren: boolean;
  /** TR30, TR31: the named provider of the directory. */
  readonly erbringer: Erbringerfakten | null;
  /** TR24, TR30, TR31, V-23, V-31: the consent that matters on the day (E22). */
  readonly einwilligung: Einwilligungsfakten | null;
  /** The Handlungsbedarfe of the person, where planning looks at them (E05). */
  readonly bedarfe: readonly Bedarfsstand[];
  /** TR58: the recorded fact the correction names. */
  readonly bezug: Bezug | null;
};

export type Gemeinsam = { [Feld in keyof typeof gemeinsam]?: z.output<(typeof gemeinsam)[Feld]> };

/** What a contract says of its command, with the precise type of its input. */
export type Vertragsdaten<Name extends string, Eingabe extends Gemeinsam> = {
  readonly befehl: Name;
  /** Below the address of its Vorgang; null for the commands that open one. */
  readonly pfad: string | null;
  readonly titel: string;
  readonly uebergaenge: readonly string[];
  readonly eingabe: z.ZodType<Eingabe>;
  /** Dotted paths of the free texts in the input, each with its data class. */
  readonly texte: Readonly<Record<string, Textklasse>>;
};

/**
 * One command at the edge, whatever it goes to: its shape, which of its fields are texts and of which data class.
 * Routes, OpenAPI, stories and their JSON Schema are generated from this value.
 */
export type Vertrag = Vertragsdaten<string, Gemeinsam> & {
  readonly ziel: Vorgangsart;
  readonly rollen: readonly Rolle[];
};

/** What the contracts of one kind of Vorgang share: the names clerks may use, the commands, the facts these need. */
type Vertragsart = {
  readonly ziel: Vorgangsart;
  readonly name: string;
  readonly befehl: { readonly befehl: string };
  readonly umfeld: unknown;
};

/** One command on one kind of Vorgang, and how it becomes a domain command. */
export type VertragAn<Art extends Vertragsart> = Vertrag & {
  readonly ziel: Art['ziel'];
  readonly befehl: Art['name'];
  /** @throws z.ZodError when the input does not have the shape of `eingabe`. */
  readonly zuBefehl: (eingabe: unknown, umfeld: Art['umfeld']) => Art['befehl'];
};

/** Builds contracts of one kind: each keeps its precise types until it joins the list of all. */
export function vertragsbau<Art extends Vertragsart>(
  ziel: Art['ziel'],
  rechte: Readonly<Record<Art['name'], readonly Rolle[]>>,
) {
  return <Name extends Art['name'], Eingabe extends Gemeinsam>(
    entwurf: Vertragsdaten<Name, Eingabe> & {
      readonly zuBefehl: (
        eingabe: Eingabe,
        umfeld: Art['umfeld'],
      ) => Extract<Art['befehl'], { befehl: Name }>;
    },
  ): VertragAn<Art> => ({
    ...entwurf,
    ziel,
    rollen: rechte[entwurf.befehl],
    zuBefehl: (eingabe, umfeld) => entwurf.zuBefehl(entwurf.eingabe.parse(eingabe), umfeld),
  });
}

type Fallvertragsart = { ziel: 'fall'; name: Sachbefehl; befehl: Befehl; umfeld: Umfeld };

/** One command on a Fall. */
export type Befehlsvertrag = VertragAn<Fallvertragsart>;
export const vertrag = vertragsbau<Fallvertragsart>('fall', BEFEHLSRECHTE);

/** @throws when a use case forgot to load what the command needs; a bug, not a refusal. */
export function gebraucht<T>(wert: T | null, was: string): T {
  if (wert === null) throw new Error(`Für den Befehl fehlt: ${was}`);
  return wert;
}

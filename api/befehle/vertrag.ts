import type { z } from 'zod';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import type { Datenklasse as Jede } from '../../domain/rollen/matrix.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import type { Befehlskopf } from '../../domain/vorgang/befehl.ts';
import { nichtBerechtigt } from '../kern/absage.ts';
import type { gemeinsam } from '../kern/felder.ts';
import type { Aktenleser } from './fakten/aktenleser.ts';
import { ladeFakten, type Abgelehnt, type FaktenAus, type Ladersatz } from './fakten/lader.ts';
import type { Befehlsrahmen, Befehlsvorhaben, Zeilenversionen } from './vorhaben.ts';

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

export type Gemeinsam = { [Feld in keyof typeof gemeinsam]?: z.output<(typeof gemeinsam)[Feld]> };

/** Dotted paths of what may be a text in an input. */
type Textpfad<Eingabe> = Eingabe extends unknown
  ? {
      [Feld in keyof Eingabe & string]: NonNullable<Eingabe[Feld]> extends infer Teil
        ? Teil extends string | readonly unknown[]
          ? Feld
          : Teil extends object
            ? `${Feld}.${keyof Teil & string}`
            : never
        : never;
    }[keyof Eingabe & string]
  : never;

/** What a contract says of its command, with the precise type of its input. */
type Vertragsdaten<Name extends string, Eingabe extends Gemeinsam> = {
  readonly befehl: Name;
  /** Below the address of its Vorgang; null for the commands that open one. */
  readonly pfad: string | null;
  readonly titel: string;
  readonly eingabe: z.ZodType<Eingabe>;
  /** Dotted paths of the free texts in the input, each with its data class. */
  readonly texte: { readonly [Pfad in Textpfad<Eingabe>]?: Textklasse };
};

/**
 * One command at the edge, whatever it goes to: its shape, which of its fields are texts and of which data class.
 * Routes, OpenAPI, stories and their JSON Schema are generated from this value.
 */
export type Vertrag = Omit<Vertragsdaten<string, Gemeinsam>, 'texte'> & {
  readonly texte: Readonly<Record<string, Textklasse>>;
  readonly ziel: Vorgangsart;
  readonly rollen: readonly Rolle[];
};

/** A domain command, and the refusal it meets already; only an opening is decided before it is sent. */
type Gebaut<B> = { readonly befehl: B; readonly ablehnung: Ablehnung | null };

/** A command that may be given, with its facts: it only needs its head. */
type Bereit<B> = {
  readonly zeilenversionen: Zeilenversionen;
  /** Whom the colleague represents. */
  readonly fuer: string | null;
  /** How administrators see the workflow in lists. */
  readonly titel: string;
  readonly baue: (kopf: Befehlskopf) => Gebaut<B>;
};

/** A command whose input was parsed, once. */
export type GeleseneEingabe<B> = {
  readonly eingabe: Gemeinsam;
  /** Authorises and loads the facts. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN. */
  readonly bereite: (leser: Aktenleser, rahmen: Befehlsrahmen) => Promise<Bereit<B> | Abgelehnt>;
};

/** What the contracts of one kind of Vorgang share. */
type Vertragsart = {
  readonly ziel: Vorgangsart;
  readonly pfad: string | null;
  /** The names clerks may use, and the commands these become. */
  readonly name: string;
  readonly befehl: { readonly befehl: string };
  /** What authorisation looks at in every input. */
  readonly eingabe: Gemeinsam;
  /** What every loader of this kind is handed. */
  readonly rahmen: Befehlsrahmen;
};

/** What authorisation has read, and what every command of this kind gets. */
type Zutritt<Art extends Vertragsart> = Omit<Bereit<unknown>, 'baue'> & {
  readonly rahmen: Art['rahmen'];
  readonly vorab: (befehl: Art['befehl']) => Ablehnung | null;
};

/** How one kind of Vorgang is approached. */
type Vorgangsregel<Art extends Vertragsart> = {
  readonly ziel: Art['ziel'];
  readonly rechte: Readonly<Record<Art['name'], readonly Rolle[]>>;
  /** Asked once the role may. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN. */
  readonly betritt: (
    leser: Aktenleser,
    vorhaben: Befehlsvorhaben<Befehlsrahmen, Art['eingabe']> & { readonly befehl: Art['name'] },
  ) => Promise<Zutritt<Art> | Abgelehnt>;
};

/** One command on one kind of Vorgang, from the input to the domain command. */
export type VertragAn<Art extends Vertragsart, Name extends Art['name'] = Art['name']> = Vertrag & {
  readonly ziel: Art['ziel'];
  readonly befehl: Name;
  readonly pfad: Art['pfad'];
  /** @throws z.ZodError when the input does not have the shape of `eingabe`. */
  readonly lies: (eingabe: unknown) => GeleseneEingabe<Extract<Art['befehl'], { befehl: Name }>>;
};

/**
 * Builds contracts of one kind. A row names its facts as a record of loaders; `zuBefehl` gets exactly these, so that a fact
 * nobody loads, or a loader whose field the input lacks, does not compile (ADR 40).
 */
export function vertragsbau<Art extends Vertragsart>({ ziel, rechte, betritt }: Vorgangsregel<Art>) {
  return <
    Name extends Art['name'],
    Eingabe extends Art['eingabe'],
    Satz extends Ladersatz<Befehlsvorhaben<Art['rahmen'], Eingabe>>,
  >({
    fakten: satz,
    zuBefehl,
    ...daten
  }: Vertragsdaten<Name, Eingabe> & {
    readonly pfad: Art['pfad'];
    readonly fakten: Satz;
    readonly zuBefehl: (
      eingabe: Eingabe,
      kopf: Befehlskopf,
      fakten: FaktenAus<Satz>,
    ) => Extract<Art['befehl'], { befehl: NoInfer<Name> }>;
  }): VertragAn<Art, Name> => ({
    ...daten,
    // What is there is a class; of a generic mapped type the compiler does not see it.
    texte: daten.texte as Vertrag['texte'],
    ziel,
    rollen: rechte[daten.befehl],
    lies: (roh) => {
      const eingabe = daten.eingabe.parse(roh);
      return {
        eingabe,
        bereite: async (leser, rahmen) => {
          if (!rechte[daten.befehl].includes(rahmen.konto.rolle)) throw nichtBerechtigt();
          const zutritt = await betritt(leser, { ...rahmen, befehl: daten.befehl, eingabe });
          if ('ablehnung' in zutritt) return zutritt;
          const geladen = await ladeFakten(satz, leser, { ...zutritt.rahmen, eingabe });
          if ('ablehnung' in geladen) return geladen;
          const { fuer, titel, zeilenversionen, vorab } = zutritt;
          return {
            fuer,
            titel,
            zeilenversionen: { ...geladen.zeilenversionen, ...zeilenversionen },
            baue: (kopf) => {
              const befehl = zuBefehl(eingabe, kopf, geladen.wert);
              return { befehl, ablehnung: vorab(befehl) };
            },
          };
        },
      };
    },
  });
}

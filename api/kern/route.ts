import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import type { Klasse } from '../../domain/rollen/matrix.ts';
import { z } from 'zod';
import type { Schluessel } from './schluessel.ts';
import type { Konto, Umgebung } from './umgebung.ts';

/** What a use case is called with: parsed, never `req`. */
export type Anfrage<Pfad, Abfrage, Rumpf> = {
  readonly konto: Konto;
  readonly pfad: Pfad;
  readonly abfrage: Abfrage;
  readonly rumpf: Rumpf;
  /** Of a write; a read has the name of its row and no key. */
  readonly schluessel: Schluessel;
};

/** A request as it came in. */
export type Rohanfrage = {
  /** Null where a one-time link brings its own right. */
  readonly konto: Konto | null;
  readonly pfad: unknown;
  readonly abfrage: unknown;
  readonly rumpf: unknown;
  /** Idempotency-Key; empty for reads. */
  readonly schluessel: string;
};

/** What a row answers: never `res`. */
export type Antwort<Ergebnis = unknown> = {
  readonly rumpf: Ergebnis;
  /** Path of what was created. */
  readonly ort?: string | undefined;
};

/** What an operation is about, in the data classes of rollen.md 1. */
export type Datenbezug = {
  readonly was: 'fall' | 'person' | 'team' | 'haus';
  /** Whoever may not have one of these gets no answer but a refusal. */
  readonly klassen: readonly Klasse[];
  /** In the answer only for those who may read them. */
  readonly zeigt?: readonly Klasse[];
};

/** Nothing about persons: staff, teams, directories, policies. */
export const HAUS: Datenbezug = { was: 'haus', klassen: [] };

/**
 * What a read leaves in the audit (K7, ADR 61): `liste` one entry per search, with number and filters; `klassen` one for every
 * look that shows K3 to K5 or needs a reason; `ohne_bezug` that, and one for every look of somebody without a relation to the
 * person; `immer` one whatever it shows. What leaves nothing says why not.
 */
export type Spur = 'liste' | 'klassen' | 'ohne_bezug' | 'immer' | { readonly ohne: string };

/** Reads that name nobody who is counselled here. */
export const OHNE_PERSON = { ohne: 'zeigt keine Person und keinen Fall' } as const;

/** A row cannot forget what its read leaves behind; a write leaves an entry anyway (rules.md B3). */
type Wirkung =
  { readonly schreibt: false; readonly spur: Spur } | { readonly schreibt: true; readonly spur?: never };

type Zeilenkopf = Grundkopf & Wirkung;

type Grundkopf = {
  /** Name of the operation, in generated clients too: it stays while its meaning does, wherever the address goes. */
  readonly name: string;
  readonly methode: 'get' | 'post' | 'patch';
  /** `/api/v1/faelle/{fallId}`: path with names in braces. */
  readonly pfad: string;
  readonly titel: string;
  readonly gruppe:
    | 'Fall'
    | 'Potenzial'
    | 'Team'
    | 'Arbeitslisten'
    | 'Personen'
    | 'Haus'
    | 'Policies'
    | 'Personal'
    | 'Löschung'
    | 'Fristen'
    | 'Leistungserbringer'
    | 'Betrieb';
  readonly beschreibung?: string;
  readonly betrifft: Datenbezug;
  /** Absent: with an account. A one-time link brings its own right in the body, and its handler gets no account. */
  readonly anmeldung?: 'einmallink';
  /** Pages of other origins may call it, those the office names. */
  readonly fremdeHerkunft?: true;
  /** Searches, lists, exports or opens a case with a reason: a narrower limit of requests holds (S10). */
  readonly aufwendig?: true;
  /** Roles that may ask at all; the use case decides about the single case. */
  readonly rollen: readonly Rolle[];
  readonly status: 200 | 201;
  /** Writes take an Idempotency-Key; a calculation changes nothing and needs none. */
  readonly schreibt: boolean;
};

const EINMALLINK = {
  ohne: 'ohne Konto: der Einmallink selbst ist der Nachweis, und er gilt einmal',
} as const;

type Formen<Pfad, Abfrage, Rumpf, Ergebnis> = {
  readonly pfadwerte: z.ZodType<Pfad>;
  readonly abfrage: z.ZodType<Abfrage>;
  readonly rumpf: z.ZodType<Rumpf>;
  readonly antwort: z.ZodType<Ergebnis>;
};

type Entwurf<Pfad, Abfrage, Rumpf, Ergebnis> = Zeilenkopf &
  Formen<Pfad, Abfrage, Rumpf, Ergebnis> & {
    /** The use case, with what it wants of the request. */
    readonly fall: (umgebung: Umgebung, anfrage: Anfrage<Pfad, Abfrage, Rumpf>) => Promise<Ergebnis>;
    readonly ort?:
      | string
      | ((was: {
          readonly ergebnis: Ergebnis;
          readonly pfad: Pfad;
          readonly rumpf: Rumpf;
        }) => string | undefined);
  };

/** A route as data: registers Express, feeds OpenAPI and answers pages, so that they cannot differ (rules.md P2). */
export type Route<Ergebnis = unknown> = Zeilenkopf & {
  readonly pfadwerte: z.ZodType;
  readonly abfrage: z.ZodType;
  readonly rumpf: z.ZodType | null;
  readonly antwort: z.ZodType;
  /** Parses what came in and calls the use case. @throws z.ZodError for input that does not fit. */
  readonly rufe: (umgebung: Umgebung, roh: Rohanfrage) => Promise<Antwort<Ergebnis>>;
};

/** Nothing in the path, in the query, or in a body that has to be there. */
export const LEER = z.strictObject({});
/** A row that takes no body; what comes is not read. */
export const OHNE_RUMPF = z.unknown();

export const LESEN = { methode: 'get', status: 200, schreibt: false, rumpf: OHNE_RUMPF } as const;
/** Of a case: who has no relation to it may have a reason for it; the use case asks, and puts a refused look on record. */
export const LESEN_AM_FALL = { ...LESEN, spur: 'klassen', gruppe: 'Fall', rollen: ROLLEN } as const;
export const ANLEGEN = { methode: 'post', status: 201, schreibt: true, abfrage: LEER } as const;
export const AENDERN = { methode: 'patch', status: 200, schreibt: true, abfrage: LEER } as const;
/** An act on what is there already. */
export const HANDELN = { methode: 'post', status: 200, schreibt: true, abfrage: LEER } as const;

/** How a row is named in the log, in claims of keys and in command ids: another name would make another key of it. */
export function routenname({ methode, pfad }: Pick<Zeilenkopf, 'methode' | 'pfad'>): string {
  return `${methode.toUpperCase()} ${pfad}`;
}

/** Keeps the types of one route together while forgetting them in the table. */
export function route<Pfad, Abfrage, Rumpf, Ergebnis>(
  entwurf: Entwurf<Pfad, Abfrage, Rumpf, Ergebnis>,
): Route<Ergebnis> {
  const { fall, ort, ...zeilenkopf } = entwurf;
  return {
    ...zeilenkopf,
    rumpf: zeilenkopf.rumpf === OHNE_RUMPF ? null : zeilenkopf.rumpf,
    rufe: async (umgebung, { konto, schluessel: uuid, ...roh }) => {
      if (konto === null) throw new Error('Diese Route braucht ein Konto');
      const pfad = zeilenkopf.pfadwerte.parse(roh.pfad);
      const abfrage = zeilenkopf.abfrage.parse(roh.abfrage);
      const rumpf = zeilenkopf.rumpf.parse(roh.rumpf);
      const schluessel = { route: routenname(zeilenkopf), uuid };
      const ergebnis = await fall(umgebung, { konto, pfad, abfrage, rumpf, schluessel });
      return {
        rumpf: ergebnis,
        ort: typeof ort === 'function' ? ort({ ergebnis, pfad, rumpf }) : ort,
      };
    },
  };
}

type Linkzeilenkopf = Omit<Grundkopf, 'anmeldung' | 'rollen' | 'schreibt' | 'methode'>;

/** What somebody without an account may do, with the right a one-time link in the body brings. */
export function linkroute<Rumpf, Ergebnis>({
  fall,
  ...zeilenkopf
}: Linkzeilenkopf & {
  readonly rumpf: z.ZodType<Rumpf>;
  readonly antwort: z.ZodType<Ergebnis>;
  readonly fall: (umgebung: Umgebung, rumpf: Rumpf) => Promise<Ergebnis>;
}): Route<Ergebnis> {
  return {
    ...zeilenkopf,
    methode: 'post',
    anmeldung: 'einmallink',
    rollen: [],
    schreibt: false,
    spur: EINMALLINK,
    pfadwerte: LEER,
    abfrage: LEER,
    rufe: async (umgebung, { pfad, abfrage, rumpf }) => {
      LEER.parse(pfad);
      LEER.parse(abfrage);
      return { rumpf: await fall(umgebung, zeilenkopf.rumpf.parse(rumpf)) };
    },
  };
}

import type { Rolle } from '../../domain/kennungen.ts';
import type { Klasse } from '../../domain/rollen/matrix.ts';
import type { z } from 'zod';
import type { Konto } from './umgebung.ts';

/** What a handler gets: parsed, never `req`. */
export type Anfrage<Pfad, Abfrage, Rumpf> = {
  readonly konto: Konto;
  readonly pfad: Pfad;
  readonly abfrage: Abfrage;
  readonly rumpf: Rumpf;
  /** Idempotency-Key of a write; empty for reads. */
  readonly schluessel: string;
};

/** What a handler gives: never `res`. */
export type Antwort<Rumpf> = {
  readonly status: 200 | 201;
  readonly rumpf: Rumpf;
  /** Path of what was created. */
  readonly ort?: string;
};

/** What an operation is about, in the data classes of 01-roles.md 1.1. */
export type Datenbezug = {
  readonly was: 'fall' | 'person' | 'team' | 'haus';
  /** Whoever may not have one of these gets no answer but a refusal. */
  readonly klassen: readonly Klasse[];
  /** In the answer only for those who may read them. */
  readonly zeigt?: readonly Klasse[];
};

/** Nothing about persons: staff, teams, directories, policies. */
export const HAUS: Datenbezug = { was: 'haus', klassen: [] };

type Kopf = {
  readonly methode: 'get' | 'post' | 'patch';
  /** `/api/v1/faelle/{fallId}`: path with names in braces. */
  readonly pfad: string;
  readonly titel: string;
  readonly gruppe:
    | 'Fall'
    | 'Potenzial'
    | 'Team'
    | 'Arbeitslisten'
    | 'Stammdaten'
    | 'Policies'
    | 'Personal'
    | 'Löschung'
    | 'Fristen'
    | 'Leistungserbringer'
    | 'Betrieb';
  readonly beschreibung?: string;
  readonly betrifft: Datenbezug;
  /** Absent: with an account. A one-time link brings its own right in the body, and its handler gets no account. */
  readonly zugang?: 'einmallink';
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

type Entwurf<Pfad, Abfrage, Rumpf, Ergebnis> = Kopf & {
  readonly pfadwerte: z.ZodType<Pfad>;
  readonly abfrage: z.ZodType<Abfrage>;
  readonly rumpf: z.ZodType<Rumpf> | null;
  readonly antwort: z.ZodType<Ergebnis>;
  readonly handler: (anfrage: Anfrage<Pfad, Abfrage, Rumpf>) => Promise<Antwort<Ergebnis>>;
};

/** A route as data: registers Express and feeds OpenAPI, so that they cannot differ (style.md P2). */
export type Route = Kopf & {
  readonly pfadwerte: z.ZodType;
  readonly abfrage: z.ZodType;
  readonly rumpf: z.ZodType | null;
  readonly antwort: z.ZodType;
  /** Parses what came in and calls the handler. @throws z.ZodError for input that does not fit. */
  readonly rufe: (roh: Anfrage<unknown, unknown, unknown>) => Promise<Antwort<unknown>>;
};

/** Keeps the types of one route together while forgetting them in the table. */
export function route<Pfad, Abfrage, Rumpf, Ergebnis>({
  handler,
  ...entwurf
}: Entwurf<Pfad, Abfrage, Rumpf, Ergebnis>): Route {
  return {
    ...entwurf,
    rufe: (roh) =>
      handler({
        ...roh,
        pfad: entwurf.pfadwerte.parse(roh.pfad),
        abfrage: entwurf.abfrage.parse(roh.abfrage),
        // Without a body schema the handler's type of body is `unknown` and nobody reads it.
        rumpf: (entwurf.rumpf === null ? undefined : entwurf.rumpf.parse(roh.rumpf)) as Rumpf,
      }),
  };
}

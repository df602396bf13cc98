import pino, { type Logger } from 'pino';
import type { Versuchsbank } from '../support/versuch.ts';

/** A running API as what stands before it sees it. */
export type Buehne = {
  /** What is played: the name of a story or of a scenario. */
  readonly stueck: string;
  /** The how-manieth time in this run, from 0. */
  readonly runde: number;
  readonly url: string;
  readonly db: Versuchsbank;
  /** What the server logged as its own error since the last question. */
  readonly serverfehler: () => string;
};

/** Something between a client and the API; the result is the address to use instead of the API's. */
export type Davor = (buehne: Buehne) => Promise<{ readonly url: string; readonly stop: () => void }>;

/** Where a piece is played: a migrated database of its own, behind what stands before the API. */
export type Auffuehrung = { readonly databaseUrl: string; readonly runde: number; readonly vor: Davor };

/** Keeps the errors of the server with message and stack, as no log of ours does. */
export function fehlerbuch(): { readonly log: Logger; readonly nimm: () => string } {
  const zeilen: string[] = [];
  const log = pino(
    {
      level: 'error',
      base: null,
      timestamp: false,
      serializers: { err: (fehler: unknown) => wortlaut(fehler) },
    },
    { write: (zeile) => void zeilen.push(zeile) },
  );
  return {
    log,
    nimm: () =>
      zeilen
        .splice(0)
        .join('')
        .replaceAll(String.raw`\n`, '\n')
        .slice(0, 3_000),
  };
}

/** An error with everything that led to it. */
function wortlaut(fehler: unknown): string {
  if (!(fehler instanceof Error)) return String(fehler);
  const stelle = fehler.stack?.split('\n').slice(0, 8).join('\n') ?? fehler.message;
  return fehler.cause === undefined ? stelle : `${stelle}\nweil: ${wortlaut(fehler.cause)}`;
}

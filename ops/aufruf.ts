import { parseArgs } from 'node:util';
import type { Env } from '../transport/env.ts';

/** What follows the name of a sub-command. */
export type Angaben = {
  readonly rest: readonly string[];
  readonly freigeben: boolean;
  readonly alle: boolean;
};

/** @returns the exit code */
export type Arbeit = (env: Env) => Promise<number>;

export type Unterbefehl = {
  /** What follows its name in a call. */
  readonly angaben: string;
  /** What it does, in one German line for the overview. */
  readonly zeile: string;
  /** What is to be done; null when the call is wrong. */
  readonly lies: (angaben: Angaben) => Arbeit | null;
};
export type Unterbefehle = Readonly<Record<string, Unterbefehl>>;

/** A sub-command that takes nothing. */
export const ohneAngaben =
  (arbeit: Arbeit): Unterbefehl['lies'] =>
  ({ rest, freigeben, alle }) =>
    rest.length === 0 && !freigeben && !alle ? arbeit : null;

/** All sub-commands with one line each. */
export function uebersicht(befehle: Unterbefehle): string {
  const zeilen = Object.entries(befehle).map(
    ([name, { angaben, zeile }]) => [`${name} ${angaben}`.trim(), zeile] as const,
  );
  const breite = Math.max(...zeilen.map(([aufruf]) => aufruf.length));
  return [
    'Aufruf: npm run --silent ops -- <Befehl>',
    ...zeilen.map(([aufruf, zeile]) => `  ${aufruf.padEnd(breite)}  ${zeile}`),
    'Ende mit 0: in Ordnung, 2: ein Unterschied oder Befund bleibt, 1: nicht möglich, 64: falscher Aufruf.',
  ].join('\n');
}

/** What is asked for; null when the call is wrong. */
export function liesAufruf(argumente: readonly string[], befehle: Unterbefehle): Arbeit | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argumente],
      options: {
        freigeben: { type: 'boolean', default: false },
        alle: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [was = '', ...rest] = positionals;
    const befehl = Object.hasOwn(befehle, was) ? befehle[was] : undefined;
    return befehl?.lies({ rest, ...values }) ?? null;
  } catch {
    return null;
  }
}

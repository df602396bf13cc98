import type { PERSONAL } from '../../../tools/probehaus/stammdaten.ts';
import { neuerEinmallink, type Leistungswelt } from '../leistungsfall.ts';

/** The day on which all of it happens. */
export const HEUTE = '2026-12-01';

export type Wer = keyof typeof PERSONAL;
export type Antwort = { id: string; version: number } & Record<string, unknown>;
export type Aufruf = {
  readonly wer: Wer;
  /** `post /api/v1/teams/{id}`, as the OpenAPI file names it. */
  readonly op: string;
  readonly werte?: Readonly<Record<string, string>>;
  readonly rumpf?: object;
};

/** Asks the API as a colleague, one operation after the other. */
export type Bedienung = {
  readonly a: Leistungswelt;
  /** The secret of the newest mail to a provider about this case. */
  readonly einmallink: (fallId: string) => Promise<string | null>;
  readonly lies: (wer: Wer, muster: string, werte?: Readonly<Record<string, string>>) => Promise<Antwort>;
  readonly schreibe: (
    wer: Wer,
    op: string,
    rest: { readonly werte?: Readonly<Record<string, string>>; readonly rumpf: object },
  ) => Promise<Antwort>;
};

/** The two ways to ask, over whatever carries a request to the API. */
export function bedienung(
  a: Leistungswelt,
  rufe: (aufruf: Aufruf) => Promise<Antwort>,
  einmallink = (fallId: string) => neuerEinmallink(a, fallId),
): Bedienung {
  return {
    a,
    einmallink,
    lies: (wer, muster, werte = {}) => rufe({ wer, op: `get /api/v1${muster}`, werte }),
    schreibe: (wer, op, rest) => rufe({ wer, op: op.replace(' ', ' /api/v1'), ...rest }),
  };
}

/**
 * @param sonst for what has no value
 * @throws when a value is missing: a disturbed answer had no id, and the way ends here
 */
export function pfadVon(
  muster: string,
  werte: Readonly<Record<string, string>> = {},
  sonst?: string,
): string {
  return muster.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const wert = werte[name] ?? sonst ?? '';
    if (wert === '') throw new Error(`${muster}: ${name} fehlt`);
    return wert;
  });
}

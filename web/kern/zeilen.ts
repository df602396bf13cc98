import { z } from 'zod';
import { Absage, type Absagecode } from '../../api/kern/absage.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import { ROUTEN } from '../../api/routen.ts';
import type { Seitenanfrage } from './anfrage.ts';

const NACH_NAME: ReadonlyMap<string, Route> = new Map(ROUTEN.map((route) => [route.name, route]));

/** The row of the API with this name; undefined where none has it. */
export const zeileMit = (name: string): Route | undefined => NACH_NAME.get(name);

/** What an answer with entries looks like, whatever else it says. */
export const eintraege = <E>(eintrag: z.ZodType<E>): z.ZodType<{ eintraege: E[] }> =>
  z.object({ eintraege: z.array(eintrag) });

type Lesen<E> = {
  readonly schema: z.ZodType<E>;
  readonly pfad?: Readonly<Record<string, string>>;
  readonly abfrage?: Readonly<Record<string, string>>;
};

/**
 * Asks a row by its name and reads from its answer what the page shows; null for a role that may not ask.
 * @throws Error for a name no row has, and Absage as the row refuses.
 */
export async function liesZeile<E>(
  { umgebung, konto }: Pick<Seitenanfrage, 'umgebung' | 'konto'>,
  name: string,
  { schema, pfad = {}, abfrage = {} }: Lesen<E>,
): Promise<E | null> {
  const route = zeileMit(name);
  if (route === undefined) throw new Error(`Keine Zeile der API heißt ${name}`);
  const antwort = await frageWennErlaubt(umgebung, route, { konto, pfad, abfrage });
  return antwort === null ? null : schema.parse(antwort);
}

const NICHT_DA: ReadonlySet<Absagecode> = new Set(['NICHT_BERECHTIGT', 'NICHT_GEFUNDEN']);

/** For a part of a page that is left out where there is nothing, or nothing for this colleague. */
export async function wennDa<E>(
  lies: () => Promise<E | null>,
  fehlt: ReadonlySet<Absagecode> = NICHT_DA,
): Promise<E | null> {
  try {
    return await lies();
  } catch (roh) {
    if (roh instanceof Absage && fehlt.has(roh.code)) return null;
    throw roh;
  }
}

/** The same by the name of the row. */
export const liesWennDa = <E>(
  anfrage: Pick<Seitenanfrage, 'umgebung' | 'konto'>,
  name: string,
  was: Lesen<E>,
): Promise<E | null> => wennDa(() => liesZeile(anfrage, name, was));

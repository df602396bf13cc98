import { nichtBerechtigt } from './absage.ts';
import type { Route } from './route.ts';
import { pruefeText } from './rumpf.ts';
import type { Konto, Umgebung } from './umgebung.ts';

type MitRollen = Pick<Route, 'rollen'>;
type MitRolle = Pick<Konto, 'rolle'>;

const darfFragen = ({ rollen }: MitRollen, { rolle }: MitRolle): boolean => rollen.includes(rolle);

/** @throws Absage NICHT_BERECHTIGT when the role may not ask at all. */
export function pruefeRolle(route: MitRollen, konto: MitRolle): void {
  if (!darfFragen(route, konto)) throw nichtBerechtigt();
}

/** What somebody asks for, raw: the row parses it. */
type Frage = {
  readonly konto: Konto;
  readonly pfad?: unknown;
  readonly abfrage?: unknown;
  readonly rumpf?: unknown;
  /** Idempotency-Key of a write. */
  readonly schluessel?: string;
};

/**
 * Asks a row of the API within this process, with its roles, its contract and its trace in the audit: how pages ask (ADR 62).
 * @throws Absage as the API refuses, z.ZodError for input that does not fit.
 */
export async function frage<Ergebnis>(
  umgebung: Umgebung,
  route: Route<Ergebnis>,
  { konto, pfad = {}, abfrage = {}, rumpf, schluessel = '' }: Frage,
): Promise<Ergebnis> {
  pruefeRolle(route, konto);
  pruefeText([pfad, abfrage, rumpf]);
  const antwort = await route.rufe(umgebung, { konto, pfad, abfrage, rumpf, schluessel });
  return antwort.rumpf;
}

/** Asks a row whose right a one-time link in the body brings: nobody is signed in. @throws as `frage`. */
export async function frageMitLink<Ergebnis>(
  umgebung: Umgebung,
  route: Route<Ergebnis>,
  rumpf: unknown,
): Promise<Ergebnis> {
  pruefeText(rumpf);
  const antwort = await route.rufe(umgebung, { konto: null, pfad: {}, abfrage: {}, rumpf, schluessel: '' });
  return antwort.rumpf;
}

/** The same for a part of a page that only some roles have: null for the others. */
export async function frageWennErlaubt<Ergebnis>(
  umgebung: Umgebung,
  route: Route<Ergebnis>,
  was: Frage,
): Promise<Ergebnis | null> {
  return darfFragen(route, was.konto) ? frage(umgebung, route, was) : null;
}

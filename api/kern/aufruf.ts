import { nichtBerechtigt } from './absage.ts';
import type { Route } from './route.ts';
import { pruefeText } from './rumpf.ts';
import type { Konto, Umgebung } from './umgebung.ts';

/** @throws Absage NICHT_BERECHTIGT when the role may not ask at all. */
export function pruefeRolle({ rollen }: Pick<Route, 'rollen'>, { rolle }: Pick<Konto, 'rolle'>): void {
  if (!rollen.includes(rolle)) throw nichtBerechtigt();
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

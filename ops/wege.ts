import { offeneAdressen } from '../transport/adressen.ts';
import { nachlaessigkeiten } from '../transport/nachlaessigkeit.ts';
import { BedienFehler } from './bedienfehler.ts';
import type { Env } from '../transport/env.ts';

/** What maintenance does not listen on is the business of API and worker. */
const VERBINDUNG = /^(?!HOST$|LOTSE_METRIKEN$)/u;

/**
 * Before any sub-command opens anything. @throws BedienFehler for an address that would be called in plain text (ADR 35), and
 * where certificates would not be checked
 */
export function pruefeWege(env: Env): void {
  const [einwand] = [...offeneAdressen(env), ...nachlaessigkeiten(env)].filter(({ einstellung }) =>
    VERBINDUNG.test(einstellung),
  );
  if (einwand !== undefined)
    throw new BedienFehler(`${einwand.einstellung} stimmt nicht.`, `${einwand.satz}.`);
}

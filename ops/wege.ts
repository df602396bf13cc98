import { offeneAdressen } from '../transport/adressen.ts';
import { BedienFehler } from './bedienfehler.ts';
import type { Env } from './datenordner.ts';

/** Before any sub-command opens anything. @throws BedienFehler for an address that would be called in plain text (ADR 35) */
export function pruefeWege(env: Env): void {
  const [offen] = offeneAdressen(env);
  if (offen !== undefined) throw new BedienFehler(`${offen.einstellung} stimmt nicht.`, `${offen.satz}.`);
}

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { liesNutzlastschutz, nutzlastschutzdatei, type Nutzlastschluessel } from '../../ops/datenordner.ts';
import type { Einstellungen } from './einstellungen.ts';

/** Workers of an older version are gone by then, and what they left behind is handled. */
const UMSTELLUNG_MS = 10 * 60_000;

/** Without a data folder of Temporal nothing was ever written in clear. */
function erzeuge(daten: string): Nutzlastschluessel {
  const alt = existsSync(path.join(daten, 'temporal', 'temporal.db'));
  const bis = instantAus(Date.now() + UMSTELLUNG_MS);
  return {
    LOTSE_TEMPORAL_SCHLUESSEL: `${instantAus(Date.now()).slice(0, 10)}:${randomBytes(32).toString('base64')}`,
    ...(alt ? { LOTSE_TEMPORAL_KLARTEXT: bis } : {}),
  };
}

/** What worker and API get: the settings given, else the keys of the data folder, made the first time (0600). */
export async function sichereNutzlastschutz(einstellungen: Einstellungen): Promise<Record<string, string>> {
  const { LOTSE_DATEN: daten, ...gegeben } = einstellungen;
  if (gegeben.LOTSE_TEMPORAL_SCHLUESSEL !== undefined || gegeben.LOTSE_TEMPORAL_KLARTEXT !== undefined)
    return {};
  const bekannt = await liesNutzlastschutz(daten);
  if (bekannt !== null) return bekannt;
  const frisch = erzeuge(daten);
  const datei = nutzlastschutzdatei(daten);
  await mkdir(daten, { recursive: true });
  await writeFile(`${datei}.neu`, JSON.stringify(frisch), { mode: 0o600 });
  await rename(`${datei}.neu`, datei);
  return frisch;
}

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { BedienFehler } from '../lokal/melder.ts';
import type { Einstellungen } from './einstellungen.ts';

const schema = z.object({
  LOTSE_TEMPORAL_SCHLUESSEL: z.string(),
  LOTSE_TEMPORAL_KLARTEXT: z.iso.datetime().exactOptional(),
});
type Werte = z.output<typeof schema>;

/** Workers of an older version are gone by then, and what they left behind is handled. */
const UMSTELLUNG_MS = 10 * 60_000;

const dateiIn = (daten: string): string => path.join(daten, 'nutzlastschutz.json');

/** The keys a data folder keeps; null when it has none. @throws BedienFehler when the file is damaged */
export async function liesNutzlastschutz(daten: string): Promise<Werte | null> {
  const datei = dateiIn(daten);
  if (!existsSync(datei)) return null;
  try {
    return schema.parse(JSON.parse(await readFile(datei, 'utf8')));
  } catch (cause) {
    throw new BedienFehler(
      `Die Schlüsseldatei ${datei} ist beschädigt.`,
      'Spielen Sie sie aus der Sicherung zurück: ohne sie ist keine Historie mehr lesbar.',
      { cause },
    );
  }
}

/** Without a data folder of Temporal nothing was ever written in clear. */
function erzeuge(daten: string): Werte {
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
  const datei = dateiIn(daten);
  await mkdir(daten, { recursive: true });
  await writeFile(`${datei}.neu`, JSON.stringify(frisch), { mode: 0o600 });
  await rename(`${datei}.neu`, datei);
  return frisch;
}

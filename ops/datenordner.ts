import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Env } from '../transport/env.ts';
import { BedienFehler } from './bedienfehler.ts';

/** Where `npm start` keeps data, keys and anchors; in production there is none, and the environment says everything. */
export function datenordner(env: Env): string {
  return path.resolve(env['LOTSE_DATEN'] ?? '.lotse');
}

/** The file in which a running `npm start` notes itself. */
export const LAUFZETTEL = 'lauf.json';
/** Addresses of what it has started itself. */
export const lauffelder = { datenbank: z.string().optional(), temporal: z.string().optional() };

async function ausLauf(daten: string, feld: keyof typeof lauffelder): Promise<string | undefined> {
  try {
    const text = await readFile(path.join(daten, LAUFZETTEL), 'utf8');
    return z.object(lauffelder).parse(JSON.parse(text))[feld];
  } catch {
    return undefined;
  }
}

async function schluesselAus(daten: string, name: string): Promise<string | undefined> {
  const datei = path.join(daten, 'schluessel', name);
  return existsSync(datei) ? (await readFile(datei, 'utf8')).trim() : undefined;
}

/** What the data folder knows of each setting. */
const QUELLEN = {
  DATABASE_URL: (daten) => ausLauf(daten, 'datenbank'),
  TEMPORAL_ADDRESS: (daten) => ausLauf(daten, 'temporal'),
  LOTSE_HAUPTSCHLUESSEL: (daten) => schluesselAus(daten, 'haupt'),
  LOTSE_LOESCHSCHLUESSEL: (daten) => schluesselAus(daten, 'loeschbuch'),
  LOTSE_ANKERSCHLUESSEL: (daten) => schluesselAus(daten, 'anker'),
} as const satisfies Readonly<Record<string, (daten: string) => Promise<string | undefined>>>;

/** A setting from the environment, else from the data folder of a local `npm start`. */
export async function einstellung(env: Env, name: keyof typeof QUELLEN): Promise<string | undefined> {
  return env[name] ?? QUELLEN[name](datenordner(env));
}

/** The ledger of erasures and the anchors: files of the environment, else of the data folder. */
export const loeschbuchdatei = (env: Env): string =>
  env['LOTSE_LOESCHBUCH'] ?? path.join(datenordner(env), 'loeschbuch.jsonl');
export const ankerdatei = (env: Env): string =>
  env['LOTSE_ANKERDATEI'] ?? path.join(datenordner(env), 'anker', 'protokoll.jsonl');

const nutzlastschutz = z.object({
  LOTSE_TEMPORAL_SCHLUESSEL: z.string(),
  LOTSE_TEMPORAL_KLARTEXT: z.iso.datetime().exactOptional(),
});
export type Nutzlastschluessel = z.output<typeof nutzlastschutz>;

/** The file of the keys of what is in Temporal. */
export const nutzlastschutzdatei = (daten: string): string => path.join(daten, 'nutzlastschutz.json');

/** The keys a data folder keeps; null when it has none. @throws BedienFehler when the file is damaged */
export async function liesNutzlastschutz(daten: string): Promise<Nutzlastschluessel | null> {
  const datei = nutzlastschutzdatei(daten);
  if (!existsSync(datei)) return null;
  try {
    return nutzlastschutz.parse(JSON.parse(await readFile(datei, 'utf8')));
  } catch (cause) {
    throw new BedienFehler(
      `Die Schlüsseldatei ${datei} ist beschädigt.`,
      'Spielen Sie sie aus der Sicherung zurück: ohne sie ist keine Historie mehr lesbar.',
      { cause },
    );
  }
}

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { stumm, type Melder } from './melder.ts';

const lebenszeichenMs = 5_000;
const verwaistNachMs = 30_000;

/** Folder for built and downloaded programs, outside the source tree: LOTSE_CACHE, else the user's cache folder. */
export function cacheOrdner(): string {
  const { LOTSE_CACHE, XDG_CACHE_HOME } = process.env;
  if (LOTSE_CACHE !== undefined && LOTSE_CACHE !== '') return path.resolve(LOTSE_CACHE);
  const basis = XDG_CACHE_HOME === undefined || XDG_CACHE_HOME === '' ? undefined : XDG_CACHE_HOME;
  return path.join(basis ?? path.join(homedir(), '.cache'), 'lotse');
}

/**
 * Fills `ziel` once and atomically: `baue` works in a neighbouring draft folder that is renamed when complete.
 * Of several processes one builds, the others wait; a builder that died is succeeded after 30 s without a sign of life.
 * @returns `ziel`, complete
 */
export async function legeAb(
  ziel: string,
  baue: (entwurf: string) => Promise<void>,
  melde: Melder = stumm,
): Promise<string> {
  if (existsSync(ziel)) return ziel;
  await mkdir(path.dirname(ziel), { recursive: true });
  const freigeben = await sperre(`${ziel}.sperre`, melde);
  const entwurf = `${ziel}.neu-${randomBytes(4).toString('hex')}`;
  try {
    if (existsSync(ziel)) return ziel;
    await entferneEntwuerfe(ziel);
    await mkdir(entwurf);
    await baue(entwurf);
    await rename(entwurf, ziel);
    return ziel;
  } finally {
    await rm(entwurf, { recursive: true, force: true });
    await freigeben();
  }
}

/** Drafts of builders that were killed; whoever holds the lock is the only one at work. */
async function entferneEntwuerfe(ziel: string): Promise<void> {
  const ordner = path.dirname(ziel);
  for (const name of await readdir(ordner)) {
    if (name.startsWith(`${path.basename(ziel)}.neu-`))
      await rm(path.join(ordner, name), { recursive: true, force: true });
  }
}

async function sperre(datei: string, melde: Melder): Promise<() => Promise<void>> {
  let gemeldet = false;
  while (!(await nimm(datei))) {
    if (await verwaist(datei)) await rm(datei, { force: true });
    if (!gemeldet)
      melde(`Ein anderer Vorgang legt gerade ${path.basename(datei, '.sperre')} an; es wird gewartet.`);
    gemeldet = true;
    await warte(500);
  }
  const puls = setInterval(() => {
    const jetzt = new Date();
    utimes(datei, jetzt, jetzt).catch(() => undefined);
  }, lebenszeichenMs);
  puls.unref();
  return async () => {
    clearInterval(puls);
    await rm(datei, { force: true });
  };
}

async function nimm(datei: string): Promise<boolean> {
  try {
    await (await open(datei, 'wx')).close();
    return true;
  } catch (fehler) {
    if (fehler instanceof Error && 'code' in fehler && fehler.code === 'EEXIST') return false;
    throw fehler;
  }
}

async function verwaist(datei: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(datei)).mtimeMs > verwaistNachMs;
  } catch {
    return false;
  }
}

import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheOrdner, legeAb } from '../../tools/lokal/ablage.ts';
import { findeZeitserver } from '../../tools/lokal/zeitserver-programm.ts';

let ordner: string;
let ziel: string;

beforeEach(async () => {
  ordner = await mkdtemp(path.join(tmpdir(), 'lotse-test-'));
  ziel = path.join(ordner, 'programm');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(ordner, { recursive: true, force: true });
});

describe('cache of built programs', () => {
  test('lies outside the tree, where the operator says or in the cache folder of the user', () => {
    vi.stubEnv('LOTSE_CACHE', ordner);
    expect(cacheOrdner()).toBe(ordner);
    vi.stubEnv('LOTSE_CACHE', '');
    vi.stubEnv('XDG_CACHE_HOME', '/var/cache/jemand');
    expect(cacheOrdner()).toBe('/var/cache/jemand/lotse');
  });

  test('of several builders at once one builds, and all find it complete', async () => {
    let bauten = 0;
    const baue = async (entwurf: string): Promise<void> => {
      bauten += 1;
      await writeFile(path.join(entwurf, 'a'), 'halb');
      await warte(300);
      await writeFile(path.join(entwurf, 'a'), 'ganz');
    };
    await Promise.all([legeAb(ziel, baue), legeAb(ziel, baue), legeAb(ziel, baue)]);
    expect(bauten).toBe(1);
    expect(await readFile(path.join(ziel, 'a'), 'utf8')).toBe('ganz');
    expect(await readdir(ordner)).toEqual(['programm']);
  });

  test('a failed build leaves nothing, the next one starts afresh', async () => {
    await expect(legeAb(ziel, () => Promise.reject(new Error('kein Platz')))).rejects.toThrow('kein Platz');
    expect(await readdir(ordner)).toEqual([]);
    await legeAb(ziel, (entwurf) => writeFile(path.join(entwurf, 'a'), 'ganz'));
    expect(await readdir(ziel)).toEqual(['a']);
  });

  test('a builder that was killed is succeeded and its draft removed', async () => {
    const frueher = new Date(Date.now() - 60_000);
    await writeFile(`${ziel}.sperre`, '');
    await utimes(`${ziel}.sperre`, frueher, frueher);
    await writeFile(`${ziel}.neu-00000000`, 'Rest');
    await legeAb(ziel, (entwurf) => writeFile(path.join(entwurf, 'a'), 'ganz'));
    expect(await readdir(ordner)).toEqual(['programm']);
  });

  test('without JDK and Maven one sentence says what to install', async () => {
    vi.stubEnv('LOTSE_CACHE', ordner);
    vi.stubEnv('PATH', ordner);
    await expect(findeZeitserver()).rejects.toThrow(
      /^Für Tests mit Zeitsprung fehlt ein JDK ab 17 und Maven\. Installieren Sie es/,
    );
  });
});

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { quellenstand } from '../../worker/buendeldatei.ts';
import { cacheOrdner, legeAb } from '../lokal/ablage.ts';
import type { Melder } from '../lokal/melder.ts';

const WURZEL = path.resolve(import.meta.dirname, '../..');
const DATEI = 'workflows.json';

/** The bundle of these sources in the cache, made by a process of its own: what bundling takes, nobody keeps. */
export async function sichereBuendel(melde: Melder): Promise<string> {
  const ziel = path.join(cacheOrdner(), `workflows-${(await quellenstand()).slice(0, 12)}`);
  const ordner = await legeAb(
    ziel,
    async (entwurf) => {
      melde('Die Workflows werden gebündelt.');
      const argumente = ['tools/buendel/main.ts', path.join(entwurf, DATEI)];
      await promisify(execFile)(process.execPath, argumente, { cwd: WURZEL });
    },
    melde,
  );
  return path.join(ordner, DATEI);
}

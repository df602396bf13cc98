import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { buendleWorkflows } from '../../worker/workflowbuendel.ts';
import { legeAb } from '../lokal/ablage.ts';
import { leise } from './laufzeit.ts';

const WURZEL = fileURLToPath(new URL('../../', import.meta.url));
const DATEI = 'buendel.json';

let eigenes: Promise<WorkflowBundleWithSourceMap> | undefined;

async function ausAblage(ablage: string, quellen: string): Promise<WorkflowBundleWithSourceMap> {
  const name = createHash('sha256').update(quellen).digest('hex').slice(0, 12);
  const ordner = await legeAb(path.join(ablage, `buendel-${name}`), async (entwurf) => {
    await writeFile(path.join(entwurf, DATEI), JSON.stringify(await buendleWorkflows(quellen, leise)));
  });
  return JSON.parse(await readFile(path.join(ordner, DATEI), 'utf8')) as WorkflowBundleWithSourceMap;
}

/**
 * The bundle of the workflows, for tests and tools that build it once per process; within a run of the tests
 * (LOTSE_PRUEFABLAGE) the first process builds it for all.
 * @param quellen folder of other sources: the planted mistakes of the tests
 */
export function pruefbuendel(quellen = WURZEL): Promise<WorkflowBundleWithSourceMap> {
  const ablage = process.env['LOTSE_PRUEFABLAGE'];
  if (ablage !== undefined) return ausAblage(ablage, quellen);
  if (quellen !== WURZEL) return buendleWorkflows(quellen, leise);
  eigenes ??= buendleWorkflows(quellen, leise);
  return eigenes;
}

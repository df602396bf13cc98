import { createHash } from 'node:crypto';
import path from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { liesBuendel, schreibeBuendel } from '../../worker/buendeldatei.ts';
import { buendleWorkflows, QUELLEN } from '../../worker/workflowbuendel.ts';
import { legeAb } from '../lokal/ablage.ts';
import { leise } from './laufzeit.ts';

const DATEI = 'buendel.json';

let eigenes: Promise<WorkflowBundle> | undefined;

async function ausAblage(ablage: string, quellen: string): Promise<WorkflowBundle> {
  const name = createHash('sha256').update(quellen).digest('hex').slice(0, 12);
  const ordner = await legeAb(path.join(ablage, `buendel-${name}`), (entwurf) =>
    schreibeBuendel(path.join(entwurf, DATEI), quellen, leise),
  );
  return liesBuendel(path.join(ordner, DATEI), quellen);
}

/**
 * The bundle of the workflows, for tests and tools that build it once per process; within a run of the tests
 * (LOTSE_PRUEFABLAGE) the first process builds it for all.
 * @param quellen folder of other sources: the planted mistakes of the tests
 */
export function pruefbuendel(quellen = QUELLEN): Promise<WorkflowBundle> {
  const ablage = process.env['LOTSE_PRUEFABLAGE'];
  if (ablage !== undefined) return ausAblage(ablage, quellen);
  if (quellen !== QUELLEN) return buendleWorkflows(quellen, leise);
  eigenes ??= buendleWorkflows(quellen, leise);
  return eigenes;
}

import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { workflowIdVon } from '../../workflows/contract.ts';
import { nebeneinander } from './nebeneinander.ts';

/** So few are asked for one by one. */
const EINZELN = 16;
const ZUGLEICH = 16;

/** How many of these run: a count costs Temporal a tenth of a list of their rows. */
async function zaehleLaufende(client: Client, workflowIds: readonly string[]): Promise<number> {
  const namen = workflowIds.map((id) => `'${id}'`).join(', ');
  const { count } = await client.workflow.count(`WorkflowId IN (${namen}) AND ExecutionStatus = 'Running'`);
  return count;
}

async function laeuft(client: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (fehler) {
    if (fehler instanceof WorkflowNotFoundError) return false;
    throw fehler;
  }
}

/** Halves what is incomplete until few are left: in a healthy house one count does for all of them. */
async function unvollstaendige(client: Client, workflowIds: readonly string[]): Promise<string[]> {
  const laufende = await zaehleLaufende(client, workflowIds);
  if (laufende === workflowIds.length) return [];
  if (laufende === 0 || workflowIds.length <= EINZELN) return [...workflowIds];
  const mitte = Math.ceil(workflowIds.length / 2);
  const vorn = await unvollstaendige(client, workflowIds.slice(0, mitte));
  return [...vorn, ...(await unvollstaendige(client, workflowIds.slice(mitte)))];
}

/** Which of these Vorgänge have no running workflow. Counts lag, so what they lack is asked for itself. */
export async function ohneLauf(client: Client, art: Vorgangsart, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const idVon = new Map(ids.map((id) => [workflowIdVon({ art, id }), id]));
  const verdaechtig = await unvollstaendige(client, [...idVon.keys()]);
  const da = await nebeneinander(verdaechtig, ZUGLEICH, (name) => laeuft(client, name));
  return verdaechtig.flatMap((name, stelle) => (da[stelle] === false ? [idVon.get(name) ?? ''] : []));
}

import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { workflowIdVon } from '../../workflows/contract.ts';
import { nebeneinander } from '../nebeneinander.ts';

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
async function unvollstaendige(
  ids: readonly string[],
  zaehle: (ids: readonly string[]) => Promise<number>,
): Promise<string[]> {
  const laufende = await zaehle(ids);
  if (laufende === ids.length) return [];
  if (laufende === 0 || ids.length <= EINZELN) return [...ids];
  const mitte = Math.ceil(ids.length / 2);
  const vorn = await unvollstaendige(ids.slice(0, mitte), zaehle);
  return [...vorn, ...(await unvollstaendige(ids.slice(mitte), zaehle))];
}

/** Which of these Vorgänge have no running workflow. Counts lag, so what they lack is asked for itself. */
export async function ohneLauf(client: Client, art: Vorgangsart, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const nameVon = (id: string): string => workflowIdVon({ art, id });
  const verdaechtig = await unvollstaendige(ids, (teil) => zaehleLaufende(client, teil.map(nameVon)));
  const da = await nebeneinander(verdaechtig, ZUGLEICH, (id) => laeuft(client, nameVon(id)));
  return verdaechtig.filter((_, stelle) => da[stelle] === false);
}

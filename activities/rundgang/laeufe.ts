import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { workflowIdVon } from '../../workflows/contract.ts';
import { nebeneinander } from './nebeneinander.ts';

const JE_SEITE = 1_000;
const ZUGLEICH = 16;

/** Workflow ids that run, between two of them. The raw call: a page of a thousand is not decoded for its names. */
async function laufendeZwischen(client: Client, von: string, bis: string): Promise<Set<string>> {
  const { namespace } = client.options;
  const query = `WorkflowId BETWEEN '${von}' AND '${bis}' AND ExecutionStatus = 'Running'`;
  const gefunden = new Set<string>();
  let nextPageToken: Uint8Array | undefined;
  do {
    const seite = await client.workflowService.listWorkflowExecutions({
      namespace,
      query,
      pageSize: JE_SEITE,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    for (const { execution } of seite.executions) gefunden.add(execution?.workflowId ?? '');
    nextPageToken = seite.nextPageToken.length === 0 ? undefined : seite.nextPageToken;
  } while (nextPageToken !== undefined);
  return gefunden;
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

/** Which of these Vorgänge, in the order of their ids, have no running workflow. Lists lag, so what they lack is asked for itself. */
export async function ohneLauf(client: Client, art: Vorgangsart, ids: readonly string[]): Promise<string[]> {
  const [erster, letzter] = [ids[0], ids.at(-1)];
  if (erster === undefined || letzter === undefined) return [];
  const name = (id: string): string => workflowIdVon({ art, id });
  const bekannt = await laufendeZwischen(client, name(erster), name(letzter));
  const kandidaten = ids.filter((id) => !bekannt.has(name(id)));
  const da = await nebeneinander(kandidaten, ZUGLEICH, (id) => laeuft(client, name(id)));
  return kandidaten.filter((_, stelle) => da[stelle] === false);
}

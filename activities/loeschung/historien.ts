import { isGrpcServiceError, type Client } from '@temporalio/client';
import { nebeneinander } from '../nebeneinander.ts';
import { workflowIdVon } from '../../workflows/contract.ts';

const GLEICHZEITIG = 16;
/** gRPC: NOT_FOUND. */
const NICHT_GEFUNDEN = 5;

type Lauf = { readonly workflowId: string; readonly runId: string };

async function laeufe(client: Client, workflowIds: readonly string[]): Promise<Lauf[]> {
  const gefunden: Lauf[] = [];
  const query = `WorkflowId IN (${workflowIds.map((id) => `'${id}'`).join(', ')})`;
  for await (const { workflowId, runId } of client.workflow.list({ query }))
    gefunden.push({ workflowId, runId });
  return gefunden;
}

/** One run with its history; a running one is terminated by it. What is gone already is gone. */
async function loescheLauf(client: Client, execution: Lauf): Promise<void> {
  try {
    await client.workflowService.deleteWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: execution,
    });
  } catch (fehler) {
    const code: number | null = isGrpcServiceError(fehler) ? fehler.code : null;
    if (code !== NICHT_GEFUNDEN) throw fehler;
  }
}

/** Every run of the workflows of these cases or persons, continued ones too (DS-27). */
export async function loescheHistorien(
  client: Client,
  art: 'fall' | 'person',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const vorgangsart = art === 'fall' ? 'fall' : 'potenzial';
  const offen = await laeufe(
    client,
    ids.map((id) => workflowIdVon({ art: vorgangsart, id })),
  );
  await nebeneinander(offen, GLEICHZEITIG, (lauf) => loescheLauf(client, lauf));
}

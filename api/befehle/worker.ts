import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { AUFGABENSCHLANGE } from '../../workflows/contract.ts';

const ARTEN = proto.temporal.api.enums.v1.TaskQueueType;
const GEDULD_MS = 2_000;

/** Seconds since somebody last asked for work of this kind; null when nobody has lately (Temporal forgets after five minutes). */
async function sekundenSeit(
  client: Client,
  taskQueueType: proto.temporal.api.enums.v1.TaskQueueType,
): Promise<number | null> {
  const { pollers } = await client.withDeadline(Date.now() + GEDULD_MS, () =>
    client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: AUFGABENSCHLANGE },
      taskQueueType,
    }),
  );
  const gefragt = pollers.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0));
  return gefragt.length === 0 ? null : Math.max(0, Math.round(Date.now() / 1_000 - Math.max(...gefragt)));
}

/** How long ago a worker last asked for workflows and for activities: the longer one; null when for one of them nobody did. */
export async function sekundenOhneWorker(client: Client): Promise<number | null> {
  const je = await Promise.all([
    sekundenSeit(client, ARTEN.TASK_QUEUE_TYPE_WORKFLOW),
    sekundenSeit(client, ARTEN.TASK_QUEUE_TYPE_ACTIVITY),
  ]);
  return je.includes(null) ? null : Math.max(...je.map(Number));
}

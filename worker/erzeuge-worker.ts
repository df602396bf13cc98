import { fileURLToPath } from 'node:url';
import type { NativeConnection } from '@temporalio/worker';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { Activities } from '../activities/index.ts';
import { AUFGABENSCHLANGE, DATENUMWANDLUNG } from '../workflows/contract.ts';

export type Workermittel = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: Activities;
  readonly faelleImSpeicher: number;
  /** Prebuilt in production and tests; without it the sources are bundled at start. */
  readonly bundle?: WorkflowBundleWithSourceMap;
};

/** One worker for cases and delivery. Idle cases cost nothing once they fall out of the cache. */
export async function erzeugeWorker(mittel: Workermittel): Promise<Worker> {
  const quelle =
    mittel.bundle === undefined
      ? { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
      : { workflowBundle: mittel.bundle };
  return Worker.create({
    ...quelle,
    connection: mittel.connection,
    namespace: mittel.namespace,
    taskQueue: AUFGABENSCHLANGE,
    activities: mittel.activities,
    maxCachedWorkflows: mittel.faelleImSpeicher,
    // A killed worker keeps its sticky queue for so long; then another one replays the case.
    stickyQueueScheduleToStartTimeout: '5 seconds',
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '20 seconds',
    dataConverter: DATENUMWANDLUNG,
  });
}

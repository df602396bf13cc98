import type { NativeConnection } from '@temporalio/worker';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Activities } from '../activities/index.ts';
import { datenumwandlung } from '../temporal/datenumwandlung.ts';
import type { Nutzlastschutz } from '../temporal/einstellung.ts';
import { AUFGABENSCHLANGE } from '../workflows/contract.ts';
import { aktivitaetswaechter } from './aktivitaetswaechter.ts';

export type Workermittel = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: Activities;
  readonly faelleImSpeicher: number;
  readonly schutz: Nutzlastschutz;
  readonly bundle: WorkflowBundle;
};

/** One worker for cases and delivery. Idle cases cost nothing once they fall out of the cache. */
export function erzeugeWorker(mittel: Workermittel): Promise<Worker> {
  return Worker.create({
    workflowBundle: mittel.bundle,
    connection: mittel.connection,
    namespace: mittel.namespace,
    taskQueue: AUFGABENSCHLANGE,
    activities: mittel.activities,
    maxCachedWorkflows: mittel.faelleImSpeicher,
    // A killed worker keeps its sticky queue for so long; then another one replays the case.
    stickyQueueScheduleToStartTimeout: '5 seconds',
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '20 seconds',
    dataConverter: datenumwandlung(mittel.schutz, 'worker'),
    interceptors: { activity: [aktivitaetswaechter] },
  });
}

import type { Client } from '@temporalio/client';
import {
  anstossSignal,
  AUFGABENSCHLANGE,
  ZUSTELLUNG_ID,
  ZUSTELLUNG_WORKFLOW,
} from '../workflows/contract.ts';

/** Starts the delivery or wakes the running one. */
export function zustellungsanstoss(client: Client): () => Promise<void> {
  return async () => {
    await client.workflow.signalWithStart(ZUSTELLUNG_WORKFLOW, {
      workflowId: ZUSTELLUNG_ID,
      taskQueue: AUFGABENSCHLANGE,
      signal: anstossSignal,
    });
  };
}

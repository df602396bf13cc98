import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import {
  ANSTOSS_WORKFLOW,
  AUFGABENSCHLANGE,
  VERANKERUNG_ID,
  VERANKERUNG_WORKFLOW,
  ZUSTELLUNG_ID,
} from '../workflows/contract.ts';

type Plan = {
  readonly scheduleId: string;
  readonly alle: '1 minute' | '1 hour';
  readonly workflowType: string;
  readonly workflowId: string;
};

/** A Schedule that is there already stays as the administrators may have set it. */
async function sichere(client: Client, { scheduleId, alle, workflowType, workflowId }: Plan): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: alle }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP },
      action: { type: 'startWorkflow', workflowType, workflowId, taskQueue: AUFGABENSCHLANGE },
    });
  } catch (fehler) {
    if (!(fehler instanceof ScheduleAlreadyRunning)) throw fehler;
  }
}

/** Pokes the delivery every minute, should a poke of a recording get lost (architecture.md 3.7). */
export function sichereZustellplan(client: Client): Promise<void> {
  return sichere(client, {
    scheduleId: 'zustellung-jede-minute',
    alle: '1 minute',
    workflowType: ANSTOSS_WORKFLOW,
    workflowId: `${ZUSTELLUNG_ID}-anstoss`,
  });
}

/** Writes an anchor of the audit every hour (E47): a tail cut off is noticed up to the last one. */
export function sichereVerankerungsplan(client: Client): Promise<void> {
  return sichere(client, {
    scheduleId: 'verankerung-jede-stunde',
    alle: '1 hour',
    workflowType: VERANKERUNG_WORKFLOW,
    workflowId: VERANKERUNG_ID,
  });
}

import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';
import {
  ANSTOSS_WORKFLOW,
  AUFGABENSCHLANGE,
  LOESCHUNG_ID,
  LOESCHUNG_WORKFLOW,
  VERANKERUNG_ID,
  VERANKERUNG_WORKFLOW,
  ZUSTELLUNG_ID,
} from '../workflows/contract.ts';

type Plan = {
  readonly scheduleId: string;
  readonly spec: ScheduleOptions['spec'];
  readonly workflowType: string;
  readonly workflowId: string;
};

/** A Schedule that is there already stays as the administrators may have set it; runs missed for a week are made up for. */
async function sichere(client: Client, { scheduleId, spec, workflowType, workflowId }: Plan): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '7 days' },
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
    spec: { intervals: [{ every: '1 minute' }] },
    workflowType: ANSTOSS_WORKFLOW,
    workflowId: `${ZUSTELLUNG_ID}-anstoss`,
  });
}

/** Writes an anchor of the audit every hour (E47): a tail cut off is noticed up to the last one. */
export function sichereVerankerungsplan(client: Client): Promise<void> {
  return sichere(client, {
    scheduleId: 'verankerung-jede-stunde',
    spec: { intervals: [{ every: '1 hour' }] },
    workflowType: VERANKERUNG_WORKFLOW,
    workflowId: VERANKERUNG_ID,
  });
}

/** T-29: erases at 00:00 Europe/Berlin what was due with the end of the day. */
export function sichereLoeschplan(client: Client): Promise<void> {
  return sichere(client, {
    scheduleId: 'loeschung-jede-nacht',
    spec: { calendars: [{ hour: 0, minute: 0 }], timezone: 'Europe/Berlin' },
    workflowType: LOESCHUNG_WORKFLOW,
    workflowId: LOESCHUNG_ID,
  });
}

import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { AUFGABENSCHLANGE, ZUSTELLUNG_ID, ZUSTELLUNG_WORKFLOW } from '../workflows/contract.ts';

/** Pokes the delivery every minute, should a poke of a recording get lost (architecture.md 3.7). */
export async function sichereZustellplan(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: 'zustellung-jede-minute',
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP },
      action: {
        type: 'startWorkflow',
        workflowType: ZUSTELLUNG_WORKFLOW,
        workflowId: `${ZUSTELLUNG_ID}-plan`,
        taskQueue: AUFGABENSCHLANGE,
      },
    });
  } catch (fehler) {
    if (!(fehler instanceof ScheduleAlreadyRunning)) throw fehler;
  }
}

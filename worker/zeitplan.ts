import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { ANSTOSS_WORKFLOW, AUFGABENSCHLANGE, ZUSTELLUNG_ID } from '../workflows/contract.ts';

/** Pokes the delivery every minute, should a poke of a recording get lost (architecture.md 3.7). */
export async function sichereZustellplan(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: 'zustellung-jede-minute',
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP },
      action: {
        type: 'startWorkflow',
        workflowType: ANSTOSS_WORKFLOW,
        workflowId: `${ZUSTELLUNG_ID}-anstoss`,
        taskQueue: AUFGABENSCHLANGE,
      },
    });
  } catch (fehler) {
    if (!(fehler instanceof ScheduleAlreadyRunning)) throw fehler;
  }
}

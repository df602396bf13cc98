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
  RUNDGANG_ID,
  RUNDGANG_WORKFLOW,
  VERANKERUNG_ID,
  VERANKERUNG_WORKFLOW,
  ZUSTELLUNG_ID,
} from '../workflows/contract.ts';

type Plan = {
  readonly spec: ScheduleOptions['spec'];
  readonly workflowType: string;
  readonly workflowId: string;
  /** How far back a missed run is made up for. */
  readonly nachgeholt: '7 days' | '1 minute';
};

/** Everything Lotse does by the clock and not for one Vorgang. */
export const PLAENE = {
  /** Pokes the delivery, should a poke of a recording get lost (architecture.md 3.7). */
  'zustellung-jede-minute': {
    spec: { intervals: [{ every: '1 minute' }] },
    workflowType: ANSTOSS_WORKFLOW,
    workflowId: `${ZUSTELLUNG_ID}-anstoss`,
    nachgeholt: '7 days',
  },
  /** Writes an anchor of the audit (E47): a tail cut off is noticed up to the last one. */
  'verankerung-jede-stunde': {
    spec: { intervals: [{ every: '1 hour' }] },
    workflowType: VERANKERUNG_WORKFLOW,
    workflowId: VERANKERUNG_ID,
    nachgeholt: '7 days',
  },
  /** T-29: erases at 00:00 Europe/Berlin what was due with the end of the day. */
  'loeschung-jede-nacht': {
    spec: { calendars: [{ hour: 0, minute: 0 }], timezone: 'Europe/Berlin' },
    workflowType: LOESCHUNG_WORKFLOW,
    workflowId: LOESCHUNG_ID,
    nachgeholt: '7 days',
  },
  /** ADR 55: a Vorgang that lost its workflow gets it back; a missed Rundgang is made up for by the next. */
  'rundgang-alle-zehn-minuten': {
    spec: { intervals: [{ every: '10 minutes' }] },
    workflowType: RUNDGANG_WORKFLOW,
    workflowId: RUNDGANG_ID,
    nachgeholt: '1 minute',
  },
} as const satisfies Readonly<Record<string, Plan>>;

/** A Schedule that is there already stays as the administrators may have set it. */
async function sichere(client: Client, scheduleId: string, plan: Plan): Promise<void> {
  const { spec, workflowType, workflowId, nachgeholt: catchupWindow } = plan;
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
      action: { type: 'startWorkflow', workflowType, workflowId, taskQueue: AUFGABENSCHLANGE },
    });
  } catch (fehler) {
    if (!(fehler instanceof ScheduleAlreadyRunning)) throw fehler;
  }
}

/** Makes every Schedule that is not there. */
export async function sicherePlaene(client: Client): Promise<void> {
  for (const [scheduleId, plan] of Object.entries(PLAENE)) await sichere(client, scheduleId, plan);
}

/** Schedules the server does not know. */
export async function fehlendePlaene(client: Client): Promise<string[]> {
  const bekannt = new Set<string>();
  for await (const { scheduleId } of client.schedule.list()) bekannt.add(scheduleId);
  return Object.keys(PLAENE).filter((scheduleId) => !bekannt.has(scheduleId));
}

/** A Rundgang now; none beside one that is under way. */
export async function stosseRundgangAn(client: Client): Promise<void> {
  await client.schedule.getHandle('rundgang-alle-zehn-minuten').trigger(ScheduleOverlapPolicy.SKIP);
}

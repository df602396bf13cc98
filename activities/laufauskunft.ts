import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Vorgangsbezug } from '../db/verweis.ts';
import { ablaufQuery, workflowIdVon, type Ablauf } from '../workflows/contract.ts';

/** The running workflow of a Vorgang. `beschaeftigt`: an activity is under way. */
export type Laufauskunft = { readonly ablauf: Ablauf; readonly beschaeftigt: boolean };

const GEDULD_MS = 15_000;

/** Asks the workflow of a Vorgang; null when none runs. @throws when it runs but does not answer */
export async function frageLauf(client: Client, bezug: Vorgangsbezug): Promise<Laufauskunft | null> {
  const handle = client.workflow.getHandle(workflowIdVon(bezug));
  try {
    const { status, raw } = await handle.describe();
    if (status.name !== 'RUNNING') return null;
    const ablauf = await client.withDeadline(Date.now() + GEDULD_MS, () => handle.query(ablaufQuery));
    return { ablauf, beschaeftigt: (raw.pendingActivities ?? []).length > 0 };
  } catch (fehler) {
    if (fehler instanceof WorkflowNotFoundError) return null;
    throw fehler;
  }
}

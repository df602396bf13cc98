import { continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { stelleZu } from './activities.ts';
import { anstossSignal } from './contract.ts';

/** Batches after which a busy delivery starts a fresh run. */
const BUENDEL_JE_LAUF = 200;

/** Drains the outbox until it is empty, then completes; every recording starts or wakes it again. */
export async function zustellungWorkflow(): Promise<void> {
  let angestossen = true;
  setHandler(anstossSignal, () => {
    angestossen = true;
  });
  for (let buendel = 0; angestossen; buendel += 1) {
    if (buendel >= BUENDEL_JE_LAUF || workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof zustellungWorkflow>();
    }
    angestossen = false;
    const { uebrig } = await stelleZu();
    if (uebrig > 0) angestossen = true;
  }
}

import { condition, continueAsNew, patched, setHandler, workflowInfo } from '@temporalio/workflow';
import { stellePostZu, stelleZu } from './activities.ts';
import { anstossSignal } from './contract.ts';

/** Batches after which the delivery starts a fresh run. */
const BUENDEL_JE_LAUF = 200;

/** What did not go out is tried again by itself, at first soon. */
const ERSTE_PAUSE_MS = 1_000;
const LAENGSTE_PAUSE_MS = 60_000;

/**
 * Drains the outbox whenever a recording or the schedule pokes it, and waits for the next poke: a run for each would be most of what
 * Temporal keeps. While no mail server answers, mails wait on their own, and signals go on (ADR 77).
 */
export async function zustellungWorkflow(): Promise<void> {
  let [angestossen, postRuht, pauseMs] = [true, false, 0];
  setHandler(anstossSignal, () => {
    angestossen = true;
  });
  const warteAufPost = async (): Promise<void> => {
    await stellePostZu();
    postRuht = false;
    angestossen = true;
  };
  // Runs of earlier releases ended here, each with the poke it was started by.
  for (let buendel = 0; angestossen || patched('zustellung-bleibt'); buendel += 1) {
    if (pauseMs > 0) await condition(() => angestossen, pauseMs);
    else await condition(() => angestossen);
    if (buendel >= BUENDEL_JE_LAUF || workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof zustellungWorkflow>();
    }
    angestossen = false;
    const { uebrig, gescheitert, postGestoert } = await stelleZu({ ohnePost: postRuht });
    if (uebrig > 0) angestossen = true;
    pauseMs = gescheitert > 0 ? Math.min(Math.max(pauseMs * 2, ERSTE_PAUSE_MS), LAENGSTE_PAUSE_MS) : 0;
    if (postGestoert && !postRuht) {
      postRuht = true;
      void warteAufPost();
    }
  }
}

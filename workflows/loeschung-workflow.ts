import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import { loescheBuendel } from './activities.ts';
import { LOESCHSCHRITTE, type Loeschstelle } from './contract.ts';

const ANFANG: Loeschstelle = { schritt: LOESCHSCHRITTE[0], nach: null };

/** The nightly erasure (T-29, TR53): every step in its order, batch by batch, until nothing is due. */
export async function loeschungWorkflow(stelle: Loeschstelle = ANFANG): Promise<void> {
  let { nach } = stelle;
  for (const schritt of LOESCHSCHRITTE.slice(LOESCHSCHRITTE.indexOf(stelle.schritt))) {
    do {
      if (workflowInfo().continueAsNewSuggested) {
        await continueAsNew<typeof loeschungWorkflow>({ schritt, nach });
      }
      ({ nach } = await loescheBuendel({ schritt, nach }));
    } while (nach !== null);
  }
}

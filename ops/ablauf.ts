import type { Client } from '@temporalio/client';
import * as auskunft from '../activities/laufauskunft.ts';
import type { Vorgangsbezug } from '../db/verweis.ts';
import { workflowIdVon } from '../workflows/contract.ts';
import { BedienFehler } from './bedienfehler.ts';

/** The same for a shell. @throws BedienFehler when it runs but does not answer */
export async function frageLauf(client: Client, bezug: Vorgangsbezug): Promise<auskunft.Laufauskunft | null> {
  try {
    return await auskunft.frageLauf(client, bezug);
  } catch (cause) {
    throw new BedienFehler(
      `Der Workflow ${workflowIdVon(bezug)} antwortet nicht.`,
      'Prüfen Sie, ob ein Worker läuft und Temporal erreichbar ist.',
      { cause },
    );
  }
}

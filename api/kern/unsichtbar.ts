import type { Transaktion } from '../../db/client.ts';
import { istVorhanden } from '../../db/vorhanden.ts';
import { nichtBerechtigt, nichtGefunden, type Absage } from './absage.ts';

const NAMEN = { fall: 'Diesen Fall', person: 'Diese Person' } as const;

/** Why row-level security shows nothing: 403 for what is somebody else's, 404 for what does not exist. */
export async function unsichtbar(
  tx: Transaktion,
  wo: {
    readonly tabelle: 'fall' | 'person' | 'vorgang';
    readonly id: string;
    /** What is missing, as the 404 names it. */
    readonly was?: string;
    /** Why not, in the 403. */
    readonly satz?: string;
  },
): Promise<Absage> {
  if (await istVorhanden(tx, wo.tabelle, wo.id)) return nichtBerechtigt(wo.satz);
  return nichtGefunden(wo.was ?? (wo.tabelle === 'vorgang' ? 'Diesen Vorgang' : NAMEN[wo.tabelle]));
}

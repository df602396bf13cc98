import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { mitAkteur, type Datenbank, type Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { verweisAuf, type Vorgangsbezug } from '../../db/verweis.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import {
  AUFGABENSCHLANGE,
  WORKFLOWTYPEN,
  workflowIdVon,
  type Laufauftrag,
} from '../../workflows/contract.ts';
import { liesAkte, type Akte } from '../aufzeichnung/akte.ts';

/** `erledigt`: no duty is left, or it runs already. `widerspruch`: the record does not follow from its own events. */
export type Neustart = 'neu_gestartet' | 'erledigt' | 'widerspruch';

/** Starts the workflow of a Vorgang anew with the state of the record; one that V-76 stopped stays stopped. */
export async function starteAusAkte(client: Client, akte: Akte, angehalten: boolean): Promise<void> {
  const { bezug, titel, gefaltet } = akte;
  const auftrag: Laufauftrag = { stand: gefaltet, antworten: [], angehalten };
  await client.workflow.start(WORKFLOWTYPEN[bezug.art], {
    workflowId: workflowIdVon(bezug),
    taskQueue: AUFGABENSCHLANGE,
    args: [auftrag],
    staticSummary: titel,
  });
}

/** What was done about a Vorgang that did not run as it should, with the event it goes on from (V-76). */
export async function vermerkeEingriff(
  tx: Transaktion,
  { bezug, gefaltet }: Akte,
  { am, aktion }: { readonly am: Instant; readonly aktion: string },
): Promise<void> {
  const gegenstand = `sequenz ${String(gefaltet.sequenz)}`;
  const eintrag = { id: randomUUID(), am, aktion, rechtsgrundlage: 'V-76', gegenstand };
  await protokolliere(tx, [{ ...eintrag, ...verweisAuf(bezug) }]);
}

/** Does the stored state not follow from its own events? Then nothing goes on from it. */
export const widersprichtSich = ({ erwartet, stand }: Akte): boolean => !isDeepStrictEqual(erwartet, stand);

type Neustartmittel = { readonly db: Datenbank; readonly client: Client; readonly am: Instant };

/** Gives a Vorgang its workflow back, with an entry in the audit; nothing changes where that fails. */
export async function starteNeu({ db, client, am }: Neustartmittel, bezug: Vorgangsbezug): Promise<Neustart> {
  try {
    return await mitAkteur(db, { system: 'worker' }, async (tx) => {
      const akte = await liesAkte(tx, bezug.id);
      if (akte === null || akte.abgeschlossen) return 'erledigt';
      if (widersprichtSich(akte)) return 'widerspruch';
      await vermerkeEingriff(tx, akte, { am, aktion: 'fall_neu_gestartet' });
      // Last: the row stays locked until it is started, and the entry goes with a start that fails.
      await starteAusAkte(client, akte, akte.angehaltenSeit !== null);
      return 'neu_gestartet';
    });
  } catch (fehler) {
    if (fehler instanceof WorkflowExecutionAlreadyStartedError) return 'erledigt';
    throw fehler;
  }
}

import type { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { sichereSuchattribute } from './suchattribute.ts';
import { fehlendePlaene, sicherePlaene, stosseRundgangAn } from './zeitplan.ts';

const ALLE_MS = 30_000;

type Planwacht = {
  readonly client: Client;
  readonly connection: Connection;
  readonly namespace: string;
  readonly log: Logger;
};

/** Temporal may lose its database under a running worker; then nothing there knows of a Schedule, and no Rundgang would ever come. */
async function stelleHer({ client, connection, namespace, log }: Planwacht): Promise<void> {
  const fehlend = await fehlendePlaene(client);
  if (fehlend.length === 0) return;
  log.error({ fehlend }, 'Temporal kennt Zeitpläne von Lotse nicht mehr; sie werden neu angelegt');
  await sichereSuchattribute(connection, namespace);
  await sicherePlaene(client);
  await stosseRundgangAn(client);
}

/** Looks twice a minute whether the Schedules are there, and makes them anew with a Rundgang at once; the result ends it. */
export function haltePlanwacht(mittel: Planwacht, alleMs = ALLE_MS): () => void {
  let unterwegs = false;
  const takt = setInterval(() => {
    if (unterwegs) return;
    unterwegs = true;
    stelleHer(mittel)
      .catch((fehler: unknown) => {
        mittel.log.warn({ err: fehler }, 'Zeitpläne nicht nachsehbar');
      })
      .finally(() => {
        unterwegs = false;
      });
  }, alleMs);
  return () => {
    clearInterval(takt);
  };
}

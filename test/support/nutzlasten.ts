import { randomBytes } from 'node:crypto';
import type { temporal } from '@temporalio/proto';
import { Client, type WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { datenumwandlung } from '../../temporal/datenumwandlung.ts';
import { nutzlastschutzAus, type Nutzlastschutz } from '../../temporal/einstellung.ts';
import { pruefbuendel } from '../../tools/probehaus/buendel.ts';
import type { Temporalserver } from '../../tools/probehaus/stand.ts';

type Historie = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type Nutzlast = temporal.api.common.v1.IPayload;

export const neuerSchluessel = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

/** Protection with these keys; `bis`: what was handled in clear before stays readable. */
export function schutzMit(schluessel: readonly string[], bis?: string): Nutzlastschutz {
  return nutzlastschutzAus({
    LOTSE_TEMPORAL_SCHLUESSEL: schluessel.join(','),
    ...(bis === undefined ? {} : { LOTSE_TEMPORAL_KLARTEXT: bis }),
  });
}

/** A client that knows nothing of Lotse: the Temporal CLI, or somebody in the network. */
export function fremder({ connection }: Temporalserver): Client {
  return new Client({ connection });
}

/** Every payload of a history with its form; search attributes are none, the server has to read them. */
export function nutzlastenIn(wert: unknown): Nutzlast[] {
  if (typeof wert !== 'object' || wert === null) return [];
  if ('metadata' in wert && 'data' in wert) return [wert as Nutzlast];
  return Object.entries(wert).flatMap(([name, teil]: [string, unknown]) =>
    name === 'searchAttributes' || name === 'indexedFields' ? [] : nutzlastenIn(teil),
  );
}

export const formVon = (nutzlast: Nutzlast): string =>
  Buffer.from(nutzlast.metadata?.['encoding'] ?? []).toString();

/** Sends payloads as they are, past every data converter. */
export async function sendeRoh(
  { connection }: Temporalserver,
  ziel: { workflowId: string; signalName: string },
  payloads: Nutzlast[],
): Promise<void> {
  const { workflowId, signalName } = ziel;
  await connection.workflowService.signalWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId },
    signalName,
    input: { payloads },
  });
}

/** Why a history does not replay with these keys; null when it does. */
export async function wiederholt(
  history: Historie,
  workflowId: string,
  schutz: Nutzlastschutz,
): Promise<string | null> {
  const workflowBundle = await pruefbuendel();
  const dataConverter = datenumwandlung(schutz, 'worker');
  const laeufe = Worker.runReplayHistories({ workflowBundle, dataConverter }, [{ workflowId, history }]);
  for await (const { error } of laeufe) return error?.message ?? null;
  return 'nicht gelaufen';
}

/** Workflow tasks that failed: a case that has one stands still until somebody deploys a fix. */
export function gescheiterteAufgaben({ events }: Historie): number {
  return (events ?? []).filter((e) => (e.workflowTaskFailedEventAttributes ?? null) !== null).length;
}

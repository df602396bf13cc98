import { Client, Connection } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { fallWorkflowId } from '../../../workflows/contract.ts';
import type { Laengen } from './vertrag.ts';

type Ereignis = temporal.api.history.v1.IHistoryEvent;
type Nutzlasten = temporal.api.common.v1.IPayloads | null | undefined;

/** What Temporal keeps of the payloads, in bytes. */
const bytes = (nutzlasten: Nutzlasten): number =>
  (nutzlasten?.payloads ?? []).reduce(
    (summe, { data, metadata }) =>
      summe + (data?.length ?? 0) + Object.values(metadata ?? {}).reduce((m, wert) => m + wert.length, 0),
    0,
  );

/** The payloads of the last command of a case of Lotse; the contender sends as many bytes. */
export async function laengenDesLetzten(address: string, fallId: string): Promise<Laengen> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const { events = [] } = await client.workflow.getHandle(fallWorkflowId(fallId)).fetchHistory();
  await connection.close();
  const letztes = (waehle: (ereignis: Ereignis) => Nutzlasten): number =>
    (events ?? []).reduce((bisher, ereignis) => {
      const nutzlasten = waehle(ereignis);
      return nutzlasten === null || nutzlasten === undefined ? bisher : bytes(nutzlasten);
    }, 0);
  return {
    befehl: letztes((e) => e.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args),
    auftrag: letztes((e) => e.activityTaskScheduledEventAttributes?.input),
    aufgezeichnet: letztes((e) => e.activityTaskCompletedEventAttributes?.result),
    antwort: letztes((e) => e.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success),
  };
}

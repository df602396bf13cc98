import { ApplicationFailure } from '@temporalio/common';
import { log, metricMeter, workflowInfo, type WorkflowInterceptorsFactory } from '@temporalio/workflow';
import type { Ablehnung } from '../domain/ablehnung.ts';
import { istMarke, lesbarUm } from '../temporal/marke.ts';
import { ABGELEHNT, anstossSignal, UNLESBARE_ANTWORT, WORKFLOWTYPEN } from './contract.ts';

type Eingang = 'start' | 'signal' | 'update' | 'query' | 'activity';
type Eingabe = { readonly args: unknown[] };

/** For the caller of a refused update; the cause is named in the log. */
const NICHT_LESBAR: Ablehnung = {
  id: 'UNLESBAR',
  art: 'technisch',
  satz: 'Die Nachricht an den Fall ist nicht lesbar.',
};

/** Read by the operator's monitoring: somebody else writes to Temporal, or a key is missing. */
function schlageAlarm(eingang: Eingang, handler: string, ursache: string): void {
  // Neither `name` nor `grund`: logs hide what could be of a person.
  log.error('Unlesbare Nutzlast abgewiesen', { eingang, handler, ursache });
  metricMeter.createCounter('lotse_nutzlast_abgewiesen').add(1, { eingang, grund: ursache });
}

/**
 * The input with what may be read in it; null after an alarm. The instant is that of the workflow task, so that a replay
 * decides the same.
 */
function lies<E extends Eingabe>(
  eingabe: E,
  von: { eingang: Eingang; name: string; leer: boolean },
): E | null {
  const args = eingabe.args.map((wert) => lesbarUm(wert, Date.now()));
  const marke = args.find(istMarke);
  if (marke === undefined && (von.leer || args.length > 0)) return { ...eingabe, args };
  schlageAlarm(von.eingang, von.name, marke?.unlesbar ?? 'leer');
  return null;
}

const MIT_EINGABE: ReadonlySet<string> = new Set(Object.values(WORKFLOWTYPEN));

/**
 * Stands before every handler of every workflow (S5): what the codec could not read is refused here with an alarm, and
 * never fails a workflow task, which would stop the case for ever. A continued run gets its input from Lotse alone: there
 * a key is missing, and the task waits for it.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: async (eingabe, weiter) => {
        const { workflowType: name, continuedFromExecutionRunId } = workflowInfo();
        const lesbar = lies(eingabe, { eingang: 'start', name, leer: !MIT_EINGABE.has(name) });
        if (lesbar !== null) return weiter(lesbar);
        if (continuedFromExecutionRunId !== undefined) throw new Error(NICHT_LESBAR.satz);
        throw ApplicationFailure.nonRetryable(NICHT_LESBAR.satz, ABGELEHNT);
      },
      handleSignal: async (eingabe, weiter) => {
        const { signalName: name } = eingabe;
        const lesbar = lies(eingabe, { eingang: 'signal', name, leer: name === anstossSignal.name });
        if (lesbar !== null) await weiter(lesbar);
      },
      validateUpdate: (eingabe, weiter) => {
        const lesbar = lies(eingabe, { eingang: 'update', name: eingabe.name, leer: false });
        if (lesbar === null) throw ApplicationFailure.nonRetryable(NICHT_LESBAR.id, ABGELEHNT, NICHT_LESBAR);
        weiter(lesbar);
      },
      handleUpdate: (eingabe, weiter) =>
        weiter({ ...eingabe, args: eingabe.args.map((wert) => lesbarUm(wert, Date.now())) }),
      handleQuery: async (eingabe, weiter) => {
        const lesbar = lies(eingabe, { eingang: 'query', name: eingabe.queryName, leer: true });
        if (lesbar === null) throw new Error(NICHT_LESBAR.satz);
        return weiter(lesbar);
      },
    },
  ],
  outbound: [
    {
      scheduleActivity: async (eingabe, weiter) => {
        const antwort = lies(
          { args: [await weiter(eingabe)] },
          { eingang: 'activity', name: eingabe.activityType, leer: true },
        );
        if (antwort === null) throw ApplicationFailure.retryable(NICHT_LESBAR.satz, UNLESBARE_ANTWORT);
        return antwort.args[0];
      },
    },
  ],
});

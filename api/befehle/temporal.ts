import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import {
  Connection,
  defaultGrpcRetryOptions,
  isGrpcServiceError,
  makeGrpcRetryInterceptor,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
  type ConnectionOptions,
  type GrpcRetryOptions,
} from '@temporalio/client';
import { setTimeout as warte } from 'node:timers/promises';
import type { Logger } from 'pino';
import {
  ABGELEHNT,
  ablaufQuery,
  AUFGABENSCHLANGE,
  befehlUpdate,
  workflowIdVon,
  WORKFLOWTYPEN,
  type Laufauftrag,
} from '../../workflows/contract.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import { istUnlesbareAntwort } from '../../temporal/codec.ts';
import { ablehnungSchema } from './antwort.ts';
import type { Befehlsausgang, Befehl, Befehlssendung, Vorgangsablaeufe } from '../kern/vorgangsablauf.ts';

/** gRPC status codes this module tells apart. */
const GRPC = { RESOURCE_EXHAUSTED: 8, FAILED_PRECONDITION: 9, ABORTED: 10, UNAVAILABLE: 14 } as const;
const LAUF_ENDET = 'workflow is closing';
/** A server that does not answer at all is given up soon; one that is changing runs is asked again. */
const VERSUCHE_OHNE_SERVER = 4;
const SONDE_MS = 2_000;

/**
 * Retries as measured in technik.md 1.2. An unreachable server fails within two seconds instead of twenty.
 */
function wiederholung(): GrpcRetryOptions {
  const vorgabe = defaultGrpcRetryOptions({ initialIntervalMs: () => 100 });
  return {
    ...vorgabe,
    retryableDecider: (versuch, status) => {
      const code: number = status.code;
      const stumm = code === GRPC.UNAVAILABLE && !status.details.includes(LAUF_ENDET);
      return vorgabe.retryableDecider(versuch, status) && (!stumm || versuch < VERSUCHE_OHNE_SERVER);
    },
  };
}

/** A connection that is made when it is first used, so that the API starts without Temporal. */
export function verbindeSpaeter(optionen: ConnectionOptions): Connection {
  return Connection.lazy({ ...optionen, interceptors: [makeGrpcRetryInterceptor(wiederholung())] });
}

type Versuch = Befehlsausgang | { readonly art: 'nochmal' } | { readonly art: 'kein_lauf' };

const UNGEWISS: Versuch = { art: 'ungewiss' };
const NOCHMAL: Versuch = { art: 'nochmal' };

/** Failures of an update that say nothing about its effect: the same id is sent again. */
const OHNE_AUSSAGE = ['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'];

function deuteFehlschlag(ursache: unknown, log: Logger): Versuch {
  if (ursache instanceof ApplicationFailure) {
    if (OHNE_AUSSAGE.includes(ursache.type ?? '')) return NOCHMAL;
    const ablehnung = ablehnungSchema.safeParse(ursache.details?.[0]);
    if (ursache.type === ABGELEHNT && ablehnung.success) {
      return ablehnung.data.art === 'technisch' ? NOCHMAL : { art: 'abgelehnt', ablehnung: ablehnung.data };
    }
  }
  log.error({ err: ursache }, 'Der Fall hat einen Befehl mit einem unbekannten Fehler beendet');
  return UNGEWISS;
}

/** The keys of API and worker differ, or somebody else answered. */
function meldeUnlesbar(fehler: unknown, log: Logger): void {
  log.error(
    { err: fehler },
    'Temporal antwortet unlesbar; LOTSE_TEMPORAL_SCHLUESSEL von API und Worker vergleichen',
  );
}

/** What a failed call means for the command. */
function deute(fehler: unknown, log: Logger): Versuch {
  if (istUnlesbareAntwort(fehler)) {
    meldeUnlesbar(fehler, log);
    return { art: 'unlesbar' };
  }
  if (fehler instanceof WorkflowUpdateFailedError) return deuteFehlschlag(fehler.cause, log);
  if (fehler instanceof WorkflowNotFoundError) return { art: 'kein_lauf' };
  if (fehler instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return UNGEWISS;
  const grpc = isGrpcServiceError(fehler) ? fehler : fehler instanceof Error ? fehler.cause : undefined;
  if (!isGrpcServiceError(grpc)) throw fehler;
  const { code, details } = grpc;
  const gleichWieder: readonly number[] = [GRPC.RESOURCE_EXHAUSTED, GRPC.FAILED_PRECONDITION, GRPC.ABORTED];
  if (gleichWieder.includes(code) || details.includes(LAUF_ENDET)) return NOCHMAL;
  log.warn({ code }, 'Temporal hat einen Befehl nicht angenommen');
  return UNGEWISS;
}

function mitStart(client: Client, sendung: Befehlssendung, auftrag: Laufauftrag): Promise<Antwort> {
  const { befehl, bezug, titel } = sendung;
  return client.workflow.executeUpdateWithStart(befehlUpdate<Befehl>(befehl.befehl), {
    updateId: befehl.befehlId,
    args: [befehl],
    startWorkflowOperation: new WithStartWorkflowOperation<(auftrag: Laufauftrag) => Promise<void>>(
      WORKFLOWTYPEN[bezug.art],
      {
        workflowId: workflowIdVon(bezug),
        taskQueue: AUFGABENSCHLANGE,
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [auftrag],
        staticSummary: titel,
      },
    ),
  });
}

/** One call. A Vorgang without a run is started with the state of the record. */
async function versuche(client: Client, sendung: Befehlssendung, log: Logger): Promise<Versuch> {
  const { befehl, bezug } = sendung;
  try {
    if (!sendung.eroeffnet) {
      const handle = client.workflow.getHandle(workflowIdVon(bezug));
      const optionen = { updateId: befehl.befehlId, args: [befehl] as [Befehl] };
      const antwort = await handle.executeUpdate(befehlUpdate<Befehl>(befehl.befehl), optionen);
      return { art: 'antwort', antwort };
    }
    const stand = await sendung.stand();
    return { art: 'antwort', antwort: await mitStart(client, sendung, { ...stand, antworten: [] }) };
  } catch (fehler) {
    return deute(fehler, log);
  }
}

type Mittel = { readonly client: Client; readonly log: Logger; readonly wartezeitMs: number };

async function sendeBis(mittel: Mittel, sendung: Befehlssendung, bis: number): Promise<Befehlsausgang> {
  const { client, log } = mittel;
  let naechste = sendung;
  for (let pauseMs = 50; Date.now() < bis; pauseMs = Math.min(pauseMs * 2, 800)) {
    const versuch = await client.withDeadline(bis, () => versuche(client, naechste, log));
    if (versuch.art !== 'nochmal' && versuch.art !== 'kein_lauf') return versuch;
    naechste = versuch.art === 'kein_lauf' ? { ...sendung, eroeffnet: true } : sendung;
    await warte(pauseMs * (0.75 + Math.random() / 2));
  }
  return { art: 'ungewiss' };
}

/** The workflows behind a Temporal client. `wartezeitMs`: patience for one command. */
export function temporalAblaeufe(mittel: Mittel): Vorgangsablaeufe {
  const { client } = mittel;
  const erreichbar = sonde(client);
  return {
    erreichbar,
    sende: async (sendung) => {
      if (!(await erreichbar())) return { art: 'ungewiss' };
      return sendeBis(mittel, sendung, Date.now() + mittel.wartezeitMs);
    },
    ablauf: async (bezug) => {
      if (!(await erreichbar())) return 'unerreichbar';
      try {
        const handle = client.workflow.getHandle(workflowIdVon(bezug));
        return await client.withDeadline(Date.now() + 5_000, () => handle.query(ablaufQuery));
      } catch (fehler) {
        if (istUnlesbareAntwort(fehler)) meldeUnlesbar(fehler, mittel.log);
        return fehler instanceof WorkflowNotFoundError ? 'kein_lauf' : 'unerreichbar';
      }
    },
  };
}

/** Asks the server for its version, at most once in two seconds while it answers. */
function sonde(client: Client): () => Promise<boolean> {
  let zuletztGut = 0;
  let laufend: Promise<boolean> | undefined;
  const frage = async (): Promise<boolean> => {
    try {
      await client.withDeadline(Date.now() + SONDE_MS, () => client.workflowService.getSystemInfo({}));
      zuletztGut = Date.now();
      return true;
    } catch {
      return false;
    } finally {
      laufend = undefined;
    }
  };
  return () => {
    if (Date.now() - zuletztGut < SONDE_MS) return Promise.resolve(true);
    laufend ??= frage();
    return laufend;
  };
}

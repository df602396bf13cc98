import { heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { mitAkteur, type Datenbank, type Transaktion } from '../../db/client.ts';
import { ladeKalender } from '../../db/kalender.ts';
import * as nachrichten from '../../db/nachrichten.ts';
import { sperreStand } from '../../db/aufzeichnung.ts';
import { liesHandlungsbedarfe } from '../../db/person.ts';
import { istAbgeschlossen, type BestehenderFall } from '../../domain/fall/fall.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { zaehlendeHandlungsbedarfe } from '../../domain/zugang/kriterium-a.ts';
import {
  AUFGABENSCHLANGE,
  FALL_WORKFLOW,
  fallWorkflowId,
  handlungsbedarfeSignal,
  kalenderSignal,
  type Fallauftrag,
} from '../../workflows/contract.ts';
import type { Postbote } from './mail.ts';

/** Rows taken in one go; small enough to finish well inside the activity's time. */
const BUENDEL = 50;

export type Zustellungsmittel = {
  readonly db: Datenbank;
  readonly log: Logger;
  readonly post: Postbote;
  readonly client: Client;
  readonly jetzt: () => string;
};

/** What the signal of a row says, as it is now; several rows of one kind may say the same. */
async function meldung(
  tx: Transaktion,
  art: nachrichten.Sendung['art'],
  { fallId, personId, policy }: BestehenderFall,
): Promise<{ readonly name: string; readonly daten: object }> {
  if (art === 'kalender')
    return { name: kalenderSignal.name, daten: { kalender: await ladeKalender(tx, fallId) } };
  const bedarfe = await liesHandlungsbedarfe(tx, personId);
  return {
    name: handlungsbedarfeSignal.name,
    daten: { zaehlende: zaehlendeHandlungsbedarfe(bedarfe, policyAus(policy)) },
  };
}

/**
 * Tells a running case what changed outside of it. A case whose workflow was lost is started again with the state of the
 * record; one that is through needs to know nothing any more.
 */
async function signalisiere(
  mittel: Zustellungsmittel,
  { id, fallId, art, erstelltAm }: nachrichten.Sendung,
): Promise<void> {
  const was = await mitAkteur(mittel.db, { system: 'worker' }, async (tx) => {
    const fall = await sperreStand(tx, fallId);
    return fall === null || istAbgeschlossen(fall) ? null : { fall, ...(await meldung(tx, art, fall)) };
  });
  if (was === null) return;
  const auftrag: Fallauftrag = { fall: was.fall, antworten: [], angehalten: false };
  await mittel.client.workflow.signalWithStart(FALL_WORKFLOW, {
    workflowId: fallWorkflowId(fallId),
    taskQueue: AUFGABENSCHLANGE,
    args: [auftrag],
    signal: was.name,
    signalArgs: [{ schluessel: id, am: erstelltAm, ...was.daten }],
  });
}

/** Interval of the sign of life while a slow mail server thinks. */
const LEBENSZEICHEN_MS = 2_000;

async function mitLebenszeichen<T>(arbeit: () => Promise<T>): Promise<T> {
  const takt = setInterval(heartbeat, LEBENSZEICHEN_MS);
  try {
    return await arbeit();
  } finally {
    clearInterval(takt);
  }
}

/**
 * Delivers the oldest rows of the outbox, marking each after it was accepted. A kill between accept and mark may
 * repeat one Message-ID; nothing else can (architecture.md 3.7). @throws when nothing at all could be delivered.
 */
export function erzeugeStelleZu(mittel: Zustellungsmittel): () => Promise<{ uebrig: number }> {
  const { db, log, post, jetzt } = mittel;
  const system = { system: 'worker' } as const;
  const leere = async (): Promise<{ uebrig: number }> => {
    const sendungen = await mitAkteur(db, system, (tx) => nachrichten.offeneSendungen(tx, BUENDEL));
    let zugestellt = 0;
    let letzter: unknown;
    for (const sendung of sendungen) {
      try {
        await (sendung.art === 'mail' ? post.sende(sendung) : signalisiere(mittel, sendung));
        await mitAkteur(db, system, (tx) => nachrichten.markiereZugestellt(tx, [sendung.id], jetzt()));
        zugestellt += 1;
      } catch (fehler) {
        letzter = fehler;
        log.warn({ sendung: sendung.id, fallId: sendung.fallId, err: fehler }, 'Sendung nicht zustellbar');
        const grund = fehler instanceof Error ? fehler.name : 'Fehler';
        await mitAkteur(db, system, (tx) => nachrichten.merkeFehlversuch(tx, sendung.id, grund));
      }
    }
    if (sendungen.length > 0 && zugestellt === 0) throw letzter;
    const uebrig = await mitAkteur(db, system, (tx) => nachrichten.zaehleOffeneSendungen(tx));
    return { uebrig: zugestellt > 0 ? uebrig : 0 };
  };
  return () => mitLebenszeichen(leere);
}

import { ApplicationFailure } from '@temporalio/common';
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { UNLESBARE_ANTWORT } from './contract.ts';

/**
 * Recording is one normal activity: its command is in history before the commit (architecture.md 3). It never gives
 * up; a case without its record would be a case nobody can read.
 */
const aufzeichnung = proxyActivities<Pick<Activities, 'zeichneAuf'>>({
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  summary: 'Aufzeichnung in PostgreSQL',
});

/** An answer somebody else gave in place of the worker is not taken (S5): recording again gives the stored one. */
export async function zeichneAuf(
  ...auftrag: Parameters<Activities['zeichneAuf']>
): ReturnType<Activities['zeichneAuf']> {
  for (;;) {
    try {
      return await aufzeichnung.zeichneAuf(...auftrag);
    } catch (fehler) {
      if (!(fehler instanceof ApplicationFailure) || fehler.type !== UNLESBARE_ANTWORT) throw fehler;
    }
  }
}

/** Starts or wakes the delivery when something waits. */
export const { stosseZustellungAn } = proxyActivities<Pick<Activities, 'stosseZustellungAn'>>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumAttempts: 3 },
  summary: 'Anstoß der Zustellung',
});

/** Delivery reports that it lives, so that a killed worker is noticed at once; it waits longer between tries: mail servers come back in minutes. */
export const { stelleZu, stellePostZu } = proxyActivities<Pick<Activities, 'stelleZu' | 'stellePostZu'>>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '8 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
  summary: 'Zustellung aus dem Postausgang',
});

/** A contradiction between database and target is not tried again: somebody has to look (`ops audit-pruefen`). */
export const { verankere } = proxyActivities<Pick<Activities, 'verankere'>>({
  startToCloseTimeout: '10 minutes',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  summary: 'Anker der Protokollketten',
});

/** A Rundgang asks PostgreSQL and Temporal; a page that fails is asked for again, and the next one comes in ten minutes anyway. */
export const { beginneRundgang, siehNach, schliesseRundgang } = proxyActivities<
  Pick<Activities, 'beginneRundgang' | 'siehNach' | 'schliesseRundgang'>
>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '8 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  summary: 'Rundgang über die laufenden Vorgänge',
});

/** The erasure reports that it lives; it never gives up, because a period that is over stays over. */
export const { loescheBuendel } = proxyActivities<Pick<Activities, 'loescheBuendel'>>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '8 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
  summary: 'Löschung eines Bündels',
});

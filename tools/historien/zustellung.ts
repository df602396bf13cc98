import { setTimeout as warte } from 'node:timers/promises';
import type { Activities } from '../../activities/index.ts';
import type { Zustellungsergebnis } from '../../activities/zustellung/stelle-zu.ts';
import { ZUSTELLUNG_ID } from '../../workflows/contract.ts';
import { zustellungsanstoss } from '../../worker/anstoss.ts';
import { baueStand, echtzeitserver, type Stand } from '../probehaus/stand.ts';

const GUT: Zustellungsergebnis = { uebrig: 0, gescheitert: 0, postGestoert: false };

/** What the batches of the delivery find, one after the other: enough at once, nothing, a row that fails, a mail server that is silent, nothing again. */
const BEFUNDE: readonly Zustellungsergebnis[] = [
  { ...GUT, uebrig: 3 },
  GUT,
  { ...GUT, gescheitert: 1 },
  { ...GUT, postGestoert: true },
  GUT,
  GUT,
];

async function bis(erfuellt: () => boolean): Promise<void> {
  while (!erfuellt()) await warte(50);
}

/** A run of the delivery that stays (ADR 77), on each of its ways. */
export async function spieleZustellung(
  bewahre: (name: string, stand: Stand, workflowId: string) => Promise<void>,
): Promise<void> {
  const stand = await baueStand({ temporal: await echtzeitserver(), schutz: null });
  let gespielt = 0;
  let wiederDa: () => void = () => undefined;
  const post = new Promise<void>((fertig) => {
    wiederDa = fertig;
  });
  const gespielte: Activities = {
    ...stand.activities,
    stelleZu: () => {
      gespielt += 1;
      return Promise.resolve(BEFUNDE[gespielt - 1] ?? GUT);
    },
    stellePostZu: () => post,
  };
  const halt = await stand.starteWorker(gespielte);
  const stosseAn = async (bisher: number): Promise<void> => {
    await zustellungsanstoss(stand.client)();
    await bis(() => gespielt >= bisher);
  };
  await stosseAn(2);
  // The row that fails is tried again by itself.
  await stosseAn(4);
  await stosseAn(5);
  wiederDa();
  await bis(() => gespielt >= 6);
  await warte(500);
  await bewahre('zustellung-bleibt', stand, ZUSTELLUNG_ID);
  await halt();
  await stand.beende();
}

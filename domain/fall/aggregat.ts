import type { Aggregat } from '../vorgang/aggregat.ts';
import { aufHeutigenStand, befehlVonHeute } from './altstand.ts';
import { antwortAuf } from './antwort.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { istAbgeschlossen } from './fall.ts';
import { pflichtlage } from './fristen.ts';
import { nachrichten } from './nachrichten.ts';
import type { Falltypen } from './typen.ts';
import { zeituebergaenge } from './zeit.ts';

/** The Fall as the loop, the recording and the workflow know it. */
export const FALL: Aggregat<Falltypen> = {
  art: 'fall',
  neu: (fallId) => ({ zustand: 'neu', fallId, sequenz: 0 }),
  idVon: ({ fallId }) => fallId,
  decide,
  evolve,
  pflichtlage,
  zeituebergaenge,
  antwortAuf,
  nachrichten,
  istAbgeschlossen,
  aufHeutigenStand,
  befehlVonHeute,
};

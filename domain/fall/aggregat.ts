import type { Aggregat } from '../vorgang/aggregat.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { pflichtlage } from './fristen.ts';
import type { Falltypen } from './typen.ts';
import { zeituebergaenge } from './zeit.ts';

/** The Fall as the loop, the recording and the workflow know it. */
export const FALL: Aggregat<Falltypen> = {
  art: 'fall',
  idVon: ({ fallId }) => fallId,
  decide,
  evolve,
  pflichtlage,
  zeituebergaenge,
};

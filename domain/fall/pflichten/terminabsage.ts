import type { Pflicht, Sicht } from './pflicht.ts';

/** T-32: a Begleitperson is told of a cancelled appointment at once; an open task without a ladder (V-69). */
export function terminabsagen({ fall, policy }: Sicht): Pflicht[] {
  if (!policy['POL-FRIST']['T-32'].aktiv) return [];
  return fall.terminabsagen.map(({ nummer, am, informiert }) => ({
    id: 'T-32',
    vorkommen: nummer,
    beginn: am,
    auftrag: { regel: 'CAL-T', ereignis: am, dauer: null, anlass: 'Terminabsage' },
    erfuellung: informiert,
    versaeumtAb: null,
    wechselAm: null,
  }));
}

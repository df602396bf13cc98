import { regelVon, type Pflicht, type Sicht } from './pflicht.ts';

/** T-32: each Begleitperson is told of a cancelled appointment at once; an open task without a ladder (V-69). */
export function terminabsagen(sicht: Sicht): Pflicht[] {
  const { fall, policy } = sicht;
  if (!policy['POL-FRIST']['T-32'].aktiv) return [];
  return fall.terminabsagen.map(({ nummer, am, informiert }) => ({
    id: 'T-32',
    vorkommen: nummer,
    beginn: am,
    auftrag: { regel: regelVon(sicht, 'T-32'), ereignis: am, dauer: null, anlass: 'Terminabsage' },
    erfuellung: informiert,
    versaeumtAb: null,
    wechselAm: null,
  }));
}

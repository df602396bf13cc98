import type { Planung } from '../beratung.ts';
import { regelVon, type Pflicht, type Sicht } from './pflicht.ts';

/** T-17: one duty per Teilziel on the day that was agreed; a new day moves it, a status with Zwischenstand ends it. */
export function teilzielpflichten(sicht: Sicht, { teilziele }: Planung): Pflicht[] {
  if (!sicht.policy['POL-FRIST']['T-17'].aktiv) return [];
  return teilziele.map(({ nummer, am, bisWann, ende }) => ({
    id: 'T-17',
    vorkommen: nummer,
    beginn: am,
    auftrag: { regel: regelVon(sicht, 'T-17'), ereignis: bisWann, dauer: null, anlass: 'Teilziel' },
    erfuellung: ende,
    versaeumtAb: null,
    wechselAm: null,
  }));
}

import type { Fallfristid, Fristid, Zustand } from '../../kennungen.ts';
import type { BestehenderFall } from '../fall.ts';

const OFFEN = ['aktiv', 'standort_faellig', 'aktiv_verlaengert'] as const;
const VOR_ZUGANG = ['zugeordnet', 'uebernahme_terminiert', 'zugangspruefung'] as const;

/** 04-fristen.md 4.1 "Running per state"; what is not named here ends as `entfallen` with the state. */
const LAEUFT_IN: Readonly<Record<Fallfristid, readonly Zustand[]>> = {
  'T-01': ['vorgemerkt'],
  'T-02': ['zugeordnet'],
  'T-03': [...VOR_ZUGANG, ...OFFEN, 'abgang_eingeleitet'],
  'T-04': ['zugangspruefung'],
  'T-06': [...OFFEN, 'abgang_eingeleitet'],
  'T-07': [...OFFEN, 'abgang_eingeleitet'],
  'T-08': ['aktiv', 'abgang_eingeleitet'],
  'T-09': [...OFFEN, 'abgang_eingeleitet'],
  'T-10': [...OFFEN, 'abgang_eingeleitet'],
  'T-11': [...OFFEN, 'abgang_eingeleitet'],
  'T-12': [...OFFEN, 'abgang_eingeleitet'],
  'T-15': [...OFFEN, 'abgang_eingeleitet'],
  'T-17': [...OFFEN, 'abgang_eingeleitet'],
  'T-18': [...OFFEN, 'abgang_eingeleitet'],
  'T-19': [...OFFEN, 'abgang_eingeleitet'],
  'T-20': [...OFFEN, 'abgang_eingeleitet'],
  'T-21': ['abgang_eingeleitet'],
  'T-23': ['beendet'],
  'T-24': ['beendet'],
  'T-25': ['beendet'],
  'T-26': ['beendet'],
  'T-28': ['beendet'],
  'T-30': [...OFFEN, 'abgang_eingeleitet'],
  'T-31': [...OFFEN, 'abgang_eingeleitet'],
  'T-32': [...VOR_ZUGANG, ...OFFEN, 'abgang_eingeleitet'],
  'T-33': [...OFFEN, 'abgang_eingeleitet'],
};

const LAEUFT_IM_ABGANG: readonly Fristid[] = ['T-10', 'T-11', 'T-12', 'T-20', 'T-21', 'T-30', 'T-32'];

const istFallfrist = (id: Fristid): id is Fallfristid => id in LAEUFT_IN;

export function laeuft(fall: BestehenderFall, id: Fristid): boolean {
  return istFallfrist(id) && LAEUFT_IN[id].includes(fall.zustand);
}

/** In S08 all but the contact, the return and open tasks rest and come back with TR46 at their old dates. */
export function ruht(fall: BestehenderFall, id: Fristid): boolean {
  return fall.zustand === 'abgang_eingeleitet' && !LAEUFT_IM_ABGANG.includes(id);
}

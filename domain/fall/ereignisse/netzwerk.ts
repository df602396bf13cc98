import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
import type { Angebotsbereich, Meldeweg } from '../befehle/netzwerk.ts';

/** The network around the person. */
export type Netzwerkereignis =
  | E<'fallkonferenz_gefuehrt', { leistungen: readonly number[] }>
  | E<'angebotsluecke_gemeldet', { bereich: Angebotsbereich; gemeldetAn: Meldeweg }>;

export const NETZWERKEREIGNISSE = {
  // What is offered hints at health or debts: it is for those who lead the case, nobody else (DS-01).
  fallkonferenz_gefuehrt: { klasse: 'K5', zurueck: 'ja' },
  angebotsluecke_gemeldet: { klasse: 'K5', zurueck: 'ja' },
} as const satisfies Ereigniszeilen<Netzwerkereignis>;

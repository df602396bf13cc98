import type { E, Ereignisklassen } from '../../vorgang/ereignis.ts';
import type { Angebotsbereich, Meldeweg } from '../befehle/netzwerk.ts';

/** The network around the person. */
export type Netzwerkereignis =
  | E<'fallkonferenz_gefuehrt', { leistungen: readonly number[] }>
  | E<'angebotsluecke_gemeldet', { bereich: Angebotsbereich; gemeldetAn: Meldeweg }>;

export const NETZWERKKLASSEN = {
  // What is offered hints at health or debts: it is for those who lead the case, nobody else (DS-01).
  fallkonferenz_gefuehrt: 'K5',
  angebotsluecke_gemeldet: 'K5',
} as const satisfies Ereignisklassen<Netzwerkereignis>;

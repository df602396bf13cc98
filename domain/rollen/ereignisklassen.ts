import { LEISTUNGSEREIGNISSE } from '../fall/evolve/leistung.ts';
import type { Ereignis } from '../fall/ereignisse.ts';
import type { Klasse } from './matrix.ts';

type Art = Ereignis['art'];

/** What hints at health or debts: documents and services are for those who lead the case, nobody else (DS-01). */
const VERTRAULICH = [
  'gutachten_eingeleitet',
  'gutachten_unterlagen_erfasst',
  ...LEISTUNGSEREIGNISSE,
  'fallkonferenz_gefuehrt',
  'angebotsluecke_gemeldet',
] as const satisfies readonly Art[];

/** V-35: the protocol of the Assessment; others see that there was one. */
const PROTOKOLL = [
  'assessment_eintrag_erfasst',
  'assessment_reaktion_erfasst',
] as const satisfies readonly Art[];

/** Class of what an event of a case gives away by being there; everything else is process (K1). */
export const EREIGNISKLASSEN: ReadonlyMap<string, Klasse> = new Map<string, Klasse>([
  ...VERTRAULICH.map((art) => [art, 'K5'] as const),
  ...PROTOKOLL.map((art) => [art, 'K3'] as const),
]);

export function ereignisklasse(art: string): Klasse {
  return EREIGNISKLASSEN.get(art) ?? 'K1';
}

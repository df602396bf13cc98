import { EREIGNISTAFEL } from '../fall/ereignistafel.ts';
import type { Klasse } from './matrix.ts';

/** The kinds that are more than process. */
export const EREIGNISKLASSEN: ReadonlyMap<string, Klasse> = new Map(
  Object.entries(EREIGNISTAFEL).flatMap(([art, { klasse }]): [string, Klasse][] =>
    klasse === 'K1' ? [] : [[art, klasse]],
  ),
);

export function ereignisklasse(art: string): Klasse {
  return EREIGNISKLASSEN.get(art) ?? 'K1';
}

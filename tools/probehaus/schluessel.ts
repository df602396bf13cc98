import { randomUUID } from 'node:crypto';
import type { Schluessel } from '../../api/kern/schluessel.ts';

/** The key of a write that comes by no route: what is called is the use case itself. */
export function neuerSchluessel(uuid: string = randomUUID()): Schluessel {
  return { route: 'POST /pruefstand', uuid };
}

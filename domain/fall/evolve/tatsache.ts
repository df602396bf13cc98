import type { Ereignis } from '../ereignisse.ts';
import type { Tatsache } from '../fall.ts';
import { ortstag } from '../../frist/zeitzone.ts';

/** The fact an event records. */
export function tatsache(ereignis: Ereignis): Tatsache {
  return {
    ereignis: ereignis.id,
    am: ereignis.ereignisAm ?? ortstag(ereignis.am),
    erfasstAm: ereignis.am,
  };
}

/** Entries of growing lists that the case keeps; older ones stay readable in the record. */
export const GEMERKT = 4;

/** Adds a fact in order of its day; of two facts on one day the first recorded counts. */
export function einsortiert<T extends Tatsache>(liste: readonly T[], neu: T): readonly T[] {
  if (liste.some((t) => t.am === neu.am)) return liste;
  return [...liste, neu].sort((a, b) => (a.am < b.am ? -1 : 1));
}

/** Adds to a bounded chain and counts what falls out at its old end. */
export function angehaengt(
  liste: readonly Tatsache[],
  vorher: number,
  neu: Tatsache,
): { liste: readonly Tatsache[]; vorher: number } {
  const aelteste = liste[0];
  if (vorher > 0 && aelteste !== undefined && neu.am < aelteste.am) return { liste, vorher };
  const alle = einsortiert(liste, neu);
  const zuViele = Math.max(0, alle.length - GEMERKT);
  return { liste: alle.slice(zuViele), vorher: vorher + zuViele };
}

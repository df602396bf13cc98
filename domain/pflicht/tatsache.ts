import { ortstag, type Instant } from '../frist/zeitzone.ts';
import type { Tag } from '../frist/tag.ts';
import type { Tatsache } from './frist.ts';

/** The fact an event records. */
export function tatsache(ereignis: {
  readonly id: string;
  readonly am: Instant;
  readonly ereignisAm: Tag | null;
}): Tatsache {
  return {
    ereignis: ereignis.id,
    am: ereignis.ereignisAm ?? ortstag(ereignis.am),
    erfasstAm: ereignis.am,
  };
}

/** True for a fact, wherever a state keeps it. */
export function istTatsache(wert: object): wert is Tatsache {
  return 'ereignis' in wert && 'erfasstAm' in wert && 'am' in wert;
}

/** Entries of growing lists that the case keeps; older ones stay readable in the record. */
export const GEMERKT = 4;

/** Adds a fact in order of its day; of two facts on one day the first recorded comes first. */
export function einsortiert<T extends Tatsache>(liste: readonly T[], neu: T): readonly T[] {
  return [...liste, neu].sort((a, b) => (a.am < b.am ? -1 : a.am > b.am ? 1 : 0));
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
  const bleibt = alle.slice(-GEMERKT);
  const faellt = alle.slice(0, -GEMERKT);
  // Two facts on one day keep one duty between them: only days that are gone for good are counted.
  const tage = new Set(faellt.map((t) => t.am).filter((am) => am !== bleibt[0]?.am));
  return { liste: bleibt, vorher: vorher + tage.size };
}

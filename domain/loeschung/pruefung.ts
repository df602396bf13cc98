import { plusMonate, type Tag } from '../frist/tag.ts';

/** T-30: what makes somebody ask whether an item is still needed. */
export const PRUEFANLAESSE = ['handlungsbedarf_abgebaut', 'fallabgang', 'laufender_fall'] as const;
export type Pruefanlass = (typeof PRUEFANLAESSE)[number];

export const BEDARFSENTSCHEIDUNGEN = ['behalten', 'loeschen'] as const;
export type Bedarfsentscheidung = (typeof BEDARFSENTSCHEIDUNGEN)[number];

/** T-30: at once and then yearly, counted from the day itself; the occurrences that have come until `heute`. */
export function pruefungstage(anlassAm: Tag, heute: Tag): Tag[] {
  const tage: Tag[] = [];
  for (let jahr = 0; plusMonate(anlassAm, 12 * jahr) <= heute; jahr += 1) {
    tage.push(plusMonate(anlassAm, 12 * jahr));
  }
  return tage;
}

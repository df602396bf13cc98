import { plusMonate, plusTage, type Tag } from '../frist/tag.ts';
import type { Zeitraum } from '../organisation/abwesenheit.ts';

const zweistellig = (zahl: number): string => String(zahl).padStart(2, '0');

/** The calendar period of so many months the day lies in: half-years for 6; the last one ends with the year. */
export function kalenderzeitraum(tag: Tag, monate: number): Zeitraum {
  const jahr = tag.slice(0, 4);
  const monat = Number(tag.slice(5, 7));
  const von = `${jahr}-${zweistellig(Math.floor((monat - 1) / monate) * monate + 1)}-01`;
  const ende = plusTage(plusMonate(von, monate), -1);
  const silvester = `${jahr}-12-31`;
  return { von, bis: ende < silvester ? ende : silvester };
}

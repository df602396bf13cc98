import type { Tag } from './tag.ts';
import { plusMonate, plusTage } from './tag.ts';

/** First day after the completed year: the day of birth counts, so that a person born on 29.02. is older from 01.03. */
const geburtstag = (geburtsdatum: Tag, jahre: number): Tag => {
  const gleicherTag = plusMonate(geburtsdatum, 12 * jahre);
  return gleicherTag.slice(5) === geburtsdatum.slice(5) ? gleicherTag : plusTage(gleicherTag, 1);
};

/**
 * The day with whose end a person completes this year of age: the last day before the birthday (§ 187 Abs. 2 Satz 2,
 * § 188 Abs. 2, 3 BGB). Born 29.02.2004, 25 years: 28.02.2029 (D-59).
 */
export const vollendetAm = (geburtsdatum: Tag, jahre: number): Tag =>
  plusTage(geburtstag(geburtsdatum, jahre), -1);

/** Has the person completed the 25th year before this day? From the 25th birthday on, Ü25 (D-58, D-59). */
export const istUe25 = (geburtsdatum: Tag, am: Tag): boolean => am > vollendetAm(geburtsdatum, 25);

/** Completed years on a day. */
export function alterAm(geburtsdatum: Tag, am: Tag): number {
  const jahre = Number(am.slice(0, 4)) - Number(geburtsdatum.slice(0, 4));
  return am > vollendetAm(geburtsdatum, jahre) ? jahre : jahre - 1;
}

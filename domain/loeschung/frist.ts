import { berechneFrist, type Fristergebnis } from '../frist/berechnung.ts';
import { kalenderFuer, plusArbeitstage, type Kalender } from '../frist/kalender.ts';
import { plusMonate, plusTage, type Tag } from '../frist/tag.ts';

/** CAL-Z never shifts, so that no holiday can matter; the calculation wants a calendar all the same. */
const KALENDER = kalenderFuer('HB');

/** T-29: the last day on which data may be there, counted from the day that starts the period; never shifted (D-53, D-54). */
export function loeschfrist(beginn: Tag, monate: number): Fristergebnis {
  const dauer = { einheit: 'monate', anzahl: monate } as const;
  return berechneFrist(
    { regel: 'CAL-Z', ereignis: beginn, dauer, norm: '003 Kap. 4 Nr. 4', anlass: 'Beginn der Löschfrist' },
    KALENDER,
  );
}

/**
 * The newest day whose period is over when `heute` begins: what started on it or before is due (T-29). A period of
 * months is no fixed number of days, so the day is looked for instead of subtracted (29.02.2024 is due on 01.03.2029).
 */
export function letzterFaelligerBeginn(heute: Tag, monate: number): Tag {
  let beginn = plusMonate(heute, -monate);
  while (loeschfrist(beginn, monate).faellig >= heute) beginn = plusTage(beginn, -1);
  while (loeschfrist(plusTage(beginn, 1), monate).faellig < heute) beginn = plusTage(beginn, 1);
  return beginn;
}

/** Days in which the confirmed request to erase early can be taken back. */
export const BEDENKTAGE = 7;

/** The day on which a request confirmed today is carried out: the seven days are over when it begins. */
export function vollzugstag(bestaetigtAm: Tag): Tag {
  return plusTage(bestaetigtAm, BEDENKTAGE + 1);
}

/** How many Arbeitstage what was typed and not recorded is kept (ADR 69). */
const ENTWURF_ARBEITSTAGE = 3;

/** The last day on which a draft saved today is there: whoever falls ill on a Friday finds it on Wednesday. */
export const letzterEntwurfstag = (heute: Tag, kalender: Kalender): Tag =>
  plusArbeitstage(heute, ENTWURF_ARBEITSTAGE, kalender);

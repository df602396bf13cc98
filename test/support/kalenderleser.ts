import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect } from 'vitest';

/** An entry as a calendar shows it. */
export type Eintrag = {
  readonly uid: string;
  readonly folge: number;
  readonly titel: string;
  readonly tag: string;
  readonly ganztags: boolean;
};

/** As Mozilla's parser reads it. */
export function mitIcalJs(text: string): Eintrag[] {
  const kalender = ICAL.Component.fromString(text);
  expect(kalender.getFirstPropertyValue('method')).toBe('PUBLISH');
  return kalender.getAllSubcomponents('vevent').map((roh) => {
    const { uid, sequence, summary, startDate } = new ICAL.Event(roh);
    const tag = startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString().slice(0, 10);
    return { uid, folge: sequence, titel: summary, tag, ganztags: startDate.isDate };
  });
}

/** As another one reads it. */
export function mitNodeIcal(text: string): Eintrag[] {
  const alle = Object.values(nodeIcal.sync.parseICS(text));
  return alle
    .flatMap((teil) => (teil?.type === 'VEVENT' ? [teil] : []))
    .map(({ uid, sequence, summary, start }) => {
      const ganztags = start.dateOnly === true;
      const tag = ganztags
        ? [start.getFullYear(), start.getMonth() + 1, start.getDate()]
            .map((n) => String(n).padStart(2, '0'))
            .join('-')
        : start.toISOString().slice(0, 10);
      return {
        uid,
        folge: Number(sequence),
        titel: typeof summary === 'string' ? summary : '',
        tag,
        ganztags,
      };
    });
}

export const nachUid = (eine: Eintrag, andere: Eintrag): number => eine.uid.localeCompare(andere.uid);

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { plusTage, tageZwischen } from '../../../domain/frist/tag.ts';
import { beginnDesTages, feuertAb, ortstag, ortszeit } from '../../../domain/frist/zeitzone.ts';

describe('Europe/Berlin (D-60, D-61)', () => {
  it.each([
    { instant: '2026-06-30T21:59:59Z', tag: '2026-06-30' },
    { instant: '2026-06-30T22:00:00Z', tag: '2026-07-01' },
    { instant: '2026-06-30T22:30Z', tag: '2026-07-01' },
    { instant: '2026-06-30T22:30:00.123456Z', tag: '2026-07-01' },
    { instant: '2026-07-01T00:30:00+02:00', tag: '2026-07-01' },
    { instant: '2026-06-30T18:30:00-04:00', tag: '2026-07-01' },
    { instant: '2026-12-31T22:59:59.999Z', tag: '2026-12-31' },
    { instant: '2026-12-31T23:00:00Z', tag: '2027-01-01' },
    { instant: '2026-03-29T00:59:59Z', tag: '2026-03-29' },
    { instant: '2026-03-29T22:00:00Z', tag: '2026-03-30' },
    { instant: '2026-10-24T22:00:00Z', tag: '2026-10-25' },
    { instant: '2026-10-25T22:59:59Z', tag: '2026-10-25' },
    { instant: '2026-10-25T23:00:00Z', tag: '2026-10-26' },
  ])('$instant falls on $tag', ({ instant, tag }) => {
    expect(ortstag(instant)).toBe(tag);
  });

  it('agrees with Temporal on random instants', () => {
    const instants = fc.integer({ min: 0, max: 4_133_980_799 });
    fc.assert(
      fc.property(instants, (seconds) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
        expect(ortstag(instant.toString())).toBe(
          instant.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString(),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    { was: 'winter', tag: '2026-01-15', instant: '2026-01-15T23:00:00Z' },
    { was: 'summer', tag: '2026-07-15', instant: '2026-07-15T22:00:00Z' },
    { was: 'the day before the clocks go forward', tag: '2026-03-28', instant: '2026-03-28T23:00:00Z' },
    { was: 'the day on which they go forward', tag: '2026-03-29', instant: '2026-03-29T22:00:00Z' },
    { was: 'the day before the clocks go back', tag: '2026-10-24', instant: '2026-10-24T22:00:00Z' },
    { was: 'the day on which they go back', tag: '2026-10-25', instant: '2026-10-25T23:00:00Z' },
    {
      was: 'September 1995, when summer time still ended in September',
      tag: '1995-09-24',
      instant: '1995-09-24T23:00:00Z',
    },
    { was: 'the last day of the table', tag: '2100-12-31', instant: '2100-12-31T23:00:00Z' },
  ])('fires at local midnight after the due day: $was', ({ tag, instant }) => {
    expect(feuertAb(tag)).toBe(instant);
    expect(feuertAb(tag)).toBe(beginnDesTages(plusTage(tag, 1)));
  });

  it('fires at 00:00 local after every day of 1995–2100, in order', () => {
    let vorher = '';
    const falsch: string[] = [];
    for (let tag = '1995-01-01'; tag <= '2100-12-31'; tag = plusTage(tag, 1)) {
      const instant = feuertAb(tag);
      if (instant <= vorher || ortstag(instant) !== plusTage(tag, 1) || !/T2[23]:00:00Z$/.test(instant))
        falsch.push(tag);
      vorher = instant;
    }
    expect(tageZwischen('1995-01-01', '2100-12-31')).toBe(38_715);
    expect(falsch).toEqual([]);
  });

  it.each([
    { lokal: '2026-11-03T00:00', instant: '2026-11-02T23:00:00Z' },
    { lokal: '2026-12-01T09:00', instant: '2026-12-01T08:00:00Z' },
    { lokal: '2026-07-01T00:30', instant: '2026-06-30T22:30:00Z' },
    { lokal: '2026-03-29T02:30', instant: '2026-03-29T01:30:00Z' },
    { lokal: '2026-10-25T02:30', instant: '2026-10-25T00:30:00Z' },
  ])('$lokal local is $instant', ({ lokal, instant }) => {
    expect(ortszeit(lokal)).toBe(instant);
  });

  it('refuses what is no instant', () => {
    expect(() => ortstag('2026-06-30T22:30')).toThrow(RangeError);
    expect(() => ortstag('2026-02-30T22:30Z')).toThrow(RangeError);
  });
});

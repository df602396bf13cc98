import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { istTag, plusMonate, plusTage, tageZwischen, wochentag } from '../../../domain/frist/tag.ts';

const einTag = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((tage) => Temporal.PlainDate.from('2000-01-01').add({ days: tage }));

describe('legal days', () => {
  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '',
    '20260101',
    '2026-01-01 ',
  ])('%j is no day', (text) => {
    expect(istTag(text)).toBe(false);
  });

  it.each(['2024-02-29', '2000-02-29', '1995-01-01', '2100-12-31', '0001-01-01'])('%s is a day', (text) => {
    expect(istTag(text)).toBe(true);
  });

  it('counts days, months and weekdays like Temporal', () => {
    fc.assert(
      fc.property(einTag, fc.integer({ min: -1500, max: 1500 }), (tag, anzahl) => {
        const text = tag.toString();
        expect(istTag(text)).toBe(true);
        expect(wochentag(text)).toBe(tag.dayOfWeek);
        expect(plusTage(text, anzahl)).toBe(tag.add({ days: anzahl }).toString());
        expect(plusMonate(text, anzahl)).toBe(tag.add({ months: anzahl }).toString());
        expect(tageZwischen(text, plusTage(text, anzahl))).toBe(anzahl);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the last day of a month that lacks the number, forwards and backwards (§ 188 Abs. 3 BGB)', () => {
    expect(plusMonate('2026-08-31', 6)).toBe('2027-02-28');
    expect(plusMonate('2027-05-31', -3)).toBe('2027-02-28');
    expect(plusMonate('2024-02-29', 60)).toBe('2029-02-28');
  });

  it('refuses years beyond four digits', () => {
    expect(() => plusTage('9999-12-31', 1)).toThrow(RangeError);
    expect(() => plusMonate('0000-01-31', -1)).toThrow(RangeError);
    expect(() => plusTage('2026-01-01', Number.NaN)).toThrow(RangeError);
  });
});

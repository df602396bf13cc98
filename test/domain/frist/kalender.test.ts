import { describe, expect, it } from 'vitest';
import { faelligAm } from '../../../domain/frist/berechnung.ts';
import type { Kalender } from '../../../domain/frist/kalender.ts';
import {
  freierTag,
  istArbeitstag,
  kalenderFuer,
  LAENDER,
  naechsterArbeitstag,
  plusArbeitstage,
  vorherigerArbeitstag,
} from '../../../domain/frist/kalender.ts';

const BREMEN = kalenderFuer('HB');
const mitAbweichung = (tag: string, frei: boolean, grund: string): Kalender => ({
  ...BREMEN,
  abweichungen: [{ tag, frei, grund }],
});

describe('calendar of an office (4.0)', () => {
  it('knows 16 Länder', () => {
    expect(new Set(LAENDER).size).toBe(16);
  });

  it.each([
    { tag: '2026-04-03', name: 'Karfreitag' },
    { tag: '2026-04-04', name: 'Samstag' },
    { tag: '2026-04-05', name: 'Sonntag' },
    { tag: '2026-10-03', name: 'Tag der Deutschen Einheit' },
    { tag: '2026-12-24', name: null },
  ])('$tag: $name', ({ tag, name }) => {
    expect(freierTag(tag, BREMEN)).toBe(name);
    expect(istArbeitstag(tag, BREMEN)).toBe(name === null);
  });

  it('lets the same day be free in one Land and a working day in another', () => {
    expect(freierTag('2026-01-06', kalenderFuer('BY'))).toBe('Heilige Drei Könige');
    expect(freierTag('2026-01-06', BREMEN)).toBeNull();
  });

  it('rolls over an own closing day and names its reason', () => {
    const kalender = mitAbweichung('2026-12-24', true, 'Betriebsausflug');
    expect(freierTag('2026-12-24', kalender)).toBe('Betriebsausflug');
    expect(naechsterArbeitstag('2026-12-24', kalender)).toBe('2026-12-28');
    expect(vorherigerArbeitstag('2026-12-25', kalender)).toBe('2026-12-23');
    expect(naechsterArbeitstag('2026-12-24', BREMEN)).toBe('2026-12-24');
  });

  it('takes a holiday of the table away when the law was corrected', () => {
    expect(freierTag('2028-10-31', mitAbweichung('2028-10-31', false, 'aufgehoben'))).toBeNull();
  });

  it('never makes a Saturday a working day (§ 26 Abs. 3 SGB X)', () => {
    expect(freierTag('2026-10-31', mitAbweichung('2026-10-31', false, 'aufgehoben'))).toBe('Samstag');
  });

  it.each([
    { von: '2026-12-23', anzahl: 6, bis: '2027-01-04' },
    { von: '2026-04-02', anzahl: 1, bis: '2026-04-07' },
    { von: '2026-04-04', anzahl: 1, bis: '2026-04-07' },
    { von: '2026-11-09', anzahl: 5, bis: '2026-11-16' },
    { von: '2026-04-07', anzahl: -1, bis: '2026-04-02' },
    { von: '2026-04-04', anzahl: 0, bis: '2026-04-04' },
  ])('the working day number $anzahl after $von is $bis', ({ von, anzahl, bis }) => {
    expect(plusArbeitstage(von, anzahl, BREMEN)).toBe(bis);
  });

  it('does not count a closing day among the working days of T-02', () => {
    const frist = {
      regel: 'CAL-F',
      ereignis: '2026-11-09',
      dauer: { einheit: 'arbeitstage', anzahl: 5 },
    } as const;
    expect(faelligAm(frist, BREMEN)).toBe('2026-11-16');
    expect(faelligAm(frist, mitAbweichung('2026-11-13', true, 'Personalversammlung'))).toBe('2026-11-17');
  });
});

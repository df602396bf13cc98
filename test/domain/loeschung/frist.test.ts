import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusTage } from '../../../domain/frist/tag.ts';
import { letzterFaelligerBeginn, loeschfrist, vollzugstag } from '../../../domain/loeschung/frist.ts';
import { pruefungstage } from '../../../domain/loeschung/pruefung.ts';

describe('T-29: fünf Jahre, nie verschoben (V-33, POL-LOESCH)', () => {
  it('D-53, AC-91: am 29.02.2024 erfasst, am 01.03.2029 um 00:00 Ortszeit fort', () => {
    expect(loeschfrist('2024-02-29', 60)).toMatchObject({
      faellig: '2029-02-28',
      feuertAb: '2029-02-28T23:00:00Z',
    });
    expect(letzterFaelligerBeginn('2029-02-28', 60) < '2024-02-29').toBe(true);
    expect(letzterFaelligerBeginn('2029-03-01', 60)).toBe('2024-02-29');
  });

  it('D-54: ein Sonntag verschiebt nichts', () => {
    expect(loeschfrist('2021-12-27', 60)).toMatchObject({ roh: '2026-12-27', faellig: '2026-12-27' });
  });

  it('der gesuchte Tag ist der letzte, dessen Frist vorbei ist', () => {
    const tag = fc.integer({ min: 0, max: 40_000 }).map((tage) => plusTage('1995-01-01', tage));
    fc.assert(
      fc.property(tag, fc.integer({ min: 1, max: 120 }), (heute, monate) => {
        const beginn = letzterFaelligerBeginn(heute, monate);
        expect(loeschfrist(beginn, monate).faellig < heute).toBe(true);
        expect(loeschfrist(plusTage(beginn, 1), monate).faellig < heute).toBe(false);
      }),
    );
  });
});

describe('T-30: sofort und dann jährlich', () => {
  it('zählt vom Anlass aus, auch über den Schalttag', () => {
    expect(pruefungstage('2024-02-29', '2024-02-28')).toEqual([]);
    expect(pruefungstage('2024-02-29', '2026-02-28')).toEqual(['2024-02-29', '2025-02-28', '2026-02-28']);
  });
});

describe('vorzeitige Löschung', () => {
  it('lässt sieben volle Tage zum Umdenken', () => {
    expect(vollzugstag('2026-11-01')).toBe('2026-11-09');
  });
});

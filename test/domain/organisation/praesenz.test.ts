import { describe, expect, it } from 'vitest';
import { kalenderFuer } from '../../../domain/frist/kalender.ts';
import { praesenz } from '../../../domain/organisation/abwesenheit.ts';
import { qualifizierungsstand } from '../../../domain/organisation/qualifikation.ts';

const kalender = kalenderFuer('HB');

describe('Anwesenheit im Zeitraum (E39)', () => {
  // 2026-04-03 is Karfreitag, 2026-04-06 Ostermontag.
  const april = { von: '2026-04-01', bis: '2026-04-10' };

  it('zählt Arbeitstage, nicht Wochenenden und Feiertage', () => {
    expect(praesenz('a', april, { abwesenheiten: [], kalender })).toEqual({ arbeitstage: 6, anwesend: 6 });
  });

  it('zieht eigene Abwesenheiten ab, jeden Tag einmal, fremde nicht', () => {
    const abwesenheiten = [
      { wer: 'a', von: '2026-03-30', bis: '2026-04-02' },
      { wer: 'a', von: '2026-04-02', bis: '2026-04-07' },
      { wer: 'b', von: '2026-04-01', bis: '2026-04-30' },
    ];
    expect(praesenz('a', april, { abwesenheiten, kalender })).toEqual({ arbeitstage: 6, anwesend: 3 });
  });

  it('ein Zeitraum ohne Arbeitstag hat keinen', () => {
    const ostern = { von: '2026-04-03', bis: '2026-04-06' };
    expect(praesenz('a', ostern, { abwesenheiten: [], kalender })).toEqual({ arbeitstage: 0, anwesend: 0 });
  });
});

describe('Qualifizierungsstand (K-73)', () => {
  it('nennt je Thema die letzte Schulung und was noch fehlt', () => {
    const stand = qualifizierungsstand([
      { thema: 'gespraechsfuehrung', am: '2025-11-03' },
      { thema: 'gespraechsfuehrung', am: '2026-02-09' },
      { thema: 'gespraechsfuehrung', am: '2024-01-15' },
    ]);
    expect(stand.find((s) => s.thema === 'gespraechsfuehrung')?.zuletztAm).toBe('2026-02-09');
    expect(stand.filter((s) => s.zuletztAm === null)).toHaveLength(4);
  });
});

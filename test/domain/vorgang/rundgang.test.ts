import { describe, expect, it } from 'vitest';
import { fehltZuViel, rundgangsergebnis, zusammen } from '../../../domain/vorgang/rundgang.ts';

const gesehen = (geprueft: number, fehlend: number, neuGestartet = 0) => ({
  geprueft,
  fehlend,
  neuGestartet,
});

describe('Rundgang (ADR 55)', () => {
  it('startet bis zu einem Zehntel selbst, und zehn auch in einem kleinen Haus', () => {
    expect(fehltZuViel(gesehen(1_000, 100), 0.1)).toBe(false);
    expect(fehltZuViel(gesehen(1_000, 101), 0.1)).toBe(true);
    expect(fehltZuViel(gesehen(12, 10), 0.1)).toBe(false);
    expect(fehltZuViel(gesehen(12, 11), 0.1)).toBe(true);
    expect(fehltZuViel(gesehen(200, 200), 1)).toBe(false);
    expect(fehltZuViel(gesehen(200, 11), 0)).toBe(true);
  });

  it('sagt, wie es ausging', () => {
    expect(rundgangsergebnis(gesehen(5, 0), false)).toBe('in_ordnung');
    expect(rundgangsergebnis(gesehen(200, 200), false)).toBe('zurueckgehalten');
    expect(rundgangsergebnis(gesehen(5, 2, 2), true)).toBe('neu_gestartet');
    expect(rundgangsergebnis(gesehen(5, 2, 0), true)).toBe('unvollstaendig');
  });

  it('zählt Seiten zusammen', () => {
    expect(zusammen(gesehen(1_000, 2, 1), gesehen(10, 1, 1))).toEqual(gesehen(1_010, 3, 2));
  });
});

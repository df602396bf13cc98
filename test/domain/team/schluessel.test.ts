import { describe, expect, it } from 'vitest';
import { STANDARD } from '../../../domain/policy/standard.ts';
import { bandVon, jahresmittel, mitSchluessel, schluesselwert } from '../../../domain/team/schluessel.ts';
import type { Schluesselstand } from '../../../domain/team/team.ts';

const stand = (am: string, faelle: number, vollzeit = 1): Schluesselstand => ({ am, faelle, vollzeit });

describe('Betreuungsschlüssel eines Teams (T-44, K-51, A-17)', () => {
  it('je Monat zählt der letzte Stand, zwei Jahre werden behalten', () => {
    const monate = Array.from({ length: 30 }, (_, n) =>
      stand(`${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-15`, n),
    );
    const alle = monate.reduce<readonly Schluesselstand[]>(mitSchluessel, []);
    expect(alle).toHaveLength(24);
    expect(alle.at(-1)?.am).toBe('2026-06-15');
    expect(mitSchluessel(alle, stand('2026-06-30', 99)).filter(({ am }) => am.startsWith('2026-06'))).toEqual(
      [stand('2026-06-30', 99)],
    );
  });

  it('das Jahresmittel ist das Mittel der Monate dieses Jahres', () => {
    const alle = [stand('2025-12-31', 200), stand('2026-01-31', 150, 2), stand('2026-02-28', 160, 2)];
    expect(schluesselwert(alle[1] ?? stand('', 0))).toBe(75);
    expect(jahresmittel(alle, '2026')).toBe(77.5);
  });

  it.each([
    [74.9, 'unter'],
    [75, 'im_band'],
    [85, 'im_band'],
    [85.1, 'ueber'],
  ])('%s liegt %s im Band des Standards', (mittel, band) => {
    expect(bandVon(mittel, STANDARD)).toBe(band);
  });
});

import { describe, expect, it } from 'vitest';
import {
  absageDesNachweises,
  fehlendeNachweise,
  type Nachweis,
} from '../../../domain/organisation/nachweis.ts';

const nachweis = (art: Nachweis['art'], ausgestelltAm: string, gueltigBis: string): Nachweis => ({
  art,
  ausgestelltAm,
  gueltigBis,
});

describe('Nachweise eines externen Fallmanagements (V-52, 003 Kap. 8)', () => {
  const alle = [
    nachweis('eignung', '2026-01-10', '2026-06-30'),
    nachweis('abgaben', '2026-01-10', '2026-03-31'),
  ];

  it.each([
    ['2026-01-09', ['eignung', 'abgaben']],
    ['2026-01-10', []],
    ['2026-03-31', []],
    ['2026-04-01', ['abgaben']],
    ['2026-07-01', ['eignung', 'abgaben']],
  ])('am %s fehlen %j', (tag, fehlend) => {
    expect(fehlendeNachweise(alle, tag)).toEqual(fehlend);
  });

  it('von einer Art zählt der jüngste Eintrag, auch wenn er kürzer gilt', () => {
    const berichtigt = [...alle, nachweis('eignung', '2026-01-10', '2026-02-28')];
    expect(fehlendeNachweise(berichtigt, '2026-03-01')).toEqual(['eignung']);
  });

  it('V-74, V-52: ausgestellt ist er schon, und er endet nicht vorher', () => {
    const heute = '2026-01-10';
    expect(absageDesNachweises(nachweis('eignung', heute, heute), heute)).toBeNull();
    expect(absageDesNachweises(nachweis('eignung', '2026-01-11', '2026-02-01'), heute)?.id).toBe('V-74');
    expect(absageDesNachweises(nachweis('eignung', heute, '2026-01-09'), heute)?.id).toBe('V-52');
  });
});

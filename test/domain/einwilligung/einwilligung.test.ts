import { describe, expect, it } from 'vitest';
import {
  massgebliche,
  standAm,
  type Einwilligungsfakten,
} from '../../../domain/einwilligung/einwilligung.ts';

const eine = (anders: Partial<Einwilligungsfakten> = {}): Einwilligungsfakten => ({
  id: 'e1',
  zweck: 'fachdienst',
  erteiltAm: '2026-03-10',
  gueltigBis: null,
  widerrufenAm: null,
  ...anders,
});

describe('a consent on a day (E22)', () => {
  it.each([
    ['the day before it was given', {}, '2026-03-09', 'noch_nicht_erteilt'],
    ['the day it was given', {}, '2026-03-10', 'gueltig'],
    ['its last day, a Saturday', { gueltigBis: '2026-11-28' }, '2026-11-28', 'gueltig'],
    ['the Monday after its last day (AC-56)', { gueltigBis: '2026-11-28' }, '2026-11-30', 'abgelaufen'],
    ['the day before the revocation', { widerrufenAm: '2026-04-01' }, '2026-03-31', 'gueltig'],
    ['the day of the revocation', { widerrufenAm: '2026-04-01' }, '2026-04-01', 'widerrufen'],
    [
      'a revocation goes before the end',
      { widerrufenAm: '2026-04-01', gueltigBis: '2026-03-31' },
      '2026-05-01',
      'widerrufen',
    ],
  ] as const)('%s', (...[, anders, am, stand]) => {
    expect(standAm(eine(anders), am)).toBe(stand);
  });

  const alle = [
    eine({ id: 'alt', gueltigBis: '2026-03-31' }),
    eine({ id: 'neu', erteiltAm: '2026-06-01' }),
    eine({ id: 'anderer Zweck', zweck: 'leistung_16a' }),
  ];
  it.each([
    ['the one that holds', '2026-03-15', 'alt'],
    ['the newest for the purpose when none holds', '2026-05-01', 'neu'],
    ['the newer of two', '2026-06-02', 'neu'],
  ])('a rule looks at %s', (_, am, id) => {
    expect(massgebliche(alle, { zweck: 'fachdienst', am })?.id).toBe(id);
  });

  it('a consent for another purpose is none', () => {
    expect(massgebliche([eine({ zweck: 'leistung_16a' })], { zweck: 'fachdienst', am: '2026-06-02' })).toBe(
      null,
    );
  });
});

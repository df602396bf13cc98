import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { berechneEingabe, leseFristeingabe } from '../../../domain/frist/eingabe.ts';

const GUT = { regel: 'CAL-F', ereignis: '2026-11-09', tage: 14, land: 'HB' };
const OHNE_DAUER = { regel: 'CAL-F', ereignis: '2026-11-09', land: 'HB' };
const OHNE_LAND = { regel: 'CAL-F', ereignis: '2026-11-09', tage: 14 };

const fehlerVon = (wert: unknown): { code: string; feld: string } | null => {
  const gelesen = leseFristeingabe(wert);
  if (gelesen.ok) return null;
  expect(berechneEingabe(wert)).toEqual({ fehler: gelesen.fehler });
  expect(gelesen.fehler.text).toMatch(/\.$/);
  return { code: gelesen.fehler.code, feld: gelesen.fehler.feld };
};

describe('input of the Frist calculator', () => {
  it('D-01: answers raw end, due day, firing instant and derivation', () => {
    expect(berechneEingabe(GUT)).toMatchObject({
      roh: '2026-11-23',
      faellig: '2026-11-23',
      feuertAb: '2026-11-23T23:00:00Z',
    });
  });

  it.each([
    {
      id: 'D-60 instant',
      eingabe: { ...OHNE_DAUER, ereignis: '2026-06-30T22:30Z', monate: 6 },
      faellig: '2027-01-04',
    },
    {
      id: 'offset',
      eingabe: { ...OHNE_DAUER, ereignis: '2026-07-01T00:30:00.5+02:00', monate: 6 },
      faellig: '2027-01-04',
    },
    {
      id: 'D-24 occurrence',
      eingabe: { ...OHNE_DAUER, ereignis: '2026-08-31', monate: 6, vorkommen: 2 },
      faellig: '2027-08-31',
    },
    {
      id: 'D-48 KLARE_MONATE',
      eingabe: { regel: 'CAL-R', ereignis: '2028-05-29', monate: 3, variante: 'KLARE_MONATE', land: 'HB' },
      faellig: '2028-02-28',
    },
    {
      id: 'D-62 Termin',
      eingabe: { regel: 'CAL-T', ereignis: '2026-11-28', land: 'HB' },
      faellig: '2026-11-28',
    },
    { id: 'T-02 working days', eingabe: { ...OHNE_DAUER, arbeitstage: 5 }, faellig: '2026-11-16' },
    {
      id: 'second occurrence in working days',
      eingabe: { ...OHNE_DAUER, arbeitstage: 5, vorkommen: 2 },
      faellig: '2026-11-23',
    },
    { id: 'weeks', eingabe: { ...OHNE_DAUER, wochen: 2 }, faellig: '2026-11-23' },
    { id: 'D-36 years', eingabe: { ...OHNE_DAUER, ereignis: '2028-02-29', jahre: 2 }, faellig: '2030-02-28' },
    { id: 'zero days', eingabe: { ...OHNE_DAUER, tage: 0 }, faellig: '2026-11-09' },
    {
      id: 'closing days',
      eingabe: { ...GUT, zusatzFreieTage: ['2026-11-23', '2026-11-24'] },
      faellig: '2026-11-25',
    },
    { id: 'last day', eingabe: { ...OHNE_DAUER, ereignis: '2100-12-30', tage: 1 }, faellig: '2100-12-31' },
    {
      id: 'the whole range',
      eingabe: { regel: 'CAL-Z', ereignis: '1995-01-01', tage: 38_715, land: 'SL' },
      faellig: '2100-12-31',
    },
  ])('computes $id', ({ eingabe, faellig }) => {
    expect(berechneEingabe(eingabe)).toMatchObject({ faellig });
  });

  it.each([
    { was: 'text', wert: 'CAL-F', code: 'kein_objekt', feld: 'eingabe' },
    { was: 'null', wert: null, code: 'kein_objekt', feld: 'eingabe' },
    { was: 'a list', wert: [GUT], code: 'kein_objekt', feld: 'eingabe' },
    { was: 'an unknown field', wert: { ...GUT, tag: 14 }, code: 'unbekanntes_feld', feld: 'tag' },
    {
      was: 'a field named like a method',
      wert: { ...GUT, toString: 1 },
      code: 'unbekanntes_feld',
      feld: 'toString',
    },
    { was: 'no rule', wert: { ereignis: '2026-11-09', tage: 1, land: 'HB' }, code: 'fehlt', feld: 'regel' },
    { was: 'CAL-E', wert: { ...GUT, regel: 'CAL-E' }, code: 'ungueltig', feld: 'regel' },
    { was: 'no event', wert: { regel: 'CAL-F', tage: 1, land: 'HB' }, code: 'fehlt', feld: 'ereignis' },
    {
      was: 'a day that is none',
      wert: { ...GUT, ereignis: '2026-02-29' },
      code: 'ungueltig',
      feld: 'ereignis',
    },
    { was: 'a German date', wert: { ...GUT, ereignis: '09.11.2026' }, code: 'ungueltig', feld: 'ereignis' },
    { was: 'a number as event', wert: { ...GUT, ereignis: 20261109 }, code: 'ungueltig', feld: 'ereignis' },
    {
      was: 'an instant without offset',
      wert: { ...GUT, ereignis: '2026-06-30T22:30' },
      code: 'ungueltig',
      feld: 'ereignis',
    },
    { was: 'hour 25', wert: { ...GUT, ereignis: '2026-06-30T25:30Z' }, code: 'ungueltig', feld: 'ereignis' },
    {
      was: 'an instant beyond year 9999',
      wert: { ...GUT, ereignis: '9999-12-31T23:59-12:00' },
      code: 'ungueltig',
      feld: 'ereignis',
    },
    { was: '1994', wert: { ...GUT, ereignis: '1994-12-31' }, code: 'ausserhalb', feld: 'ereignis' },
    { was: '2101', wert: { ...GUT, ereignis: '2101-01-01' }, code: 'ausserhalb', feld: 'ereignis' },
    {
      was: 'an instant that is 2101 in Berlin',
      wert: { ...GUT, ereignis: '2100-12-31T23:00Z' },
      code: 'ausserhalb',
      feld: 'ereignis',
    },
    { was: 'no Land', wert: OHNE_LAND, code: 'fehlt', feld: 'land' },
    { was: 'an unknown Land', wert: { ...GUT, land: 'Bremen' }, code: 'ungueltig', feld: 'land' },
    { was: 'a Land in small letters', wert: { ...GUT, land: 'hb' }, code: 'ungueltig', feld: 'land' },
    { was: 'no period', wert: OHNE_DAUER, code: 'fehlt', feld: 'dauer' },
    { was: 'two periods', wert: { ...GUT, monate: 1 }, code: 'mehrfach', feld: 'monate' },
    { was: 'a period with CAL-T', wert: { ...GUT, regel: 'CAL-T' }, code: 'unzulaessig', feld: 'tage' },
    { was: 'a negative period', wert: { ...GUT, tage: -1 }, code: 'ungueltig', feld: 'tage' },
    { was: 'half a day', wert: { ...GUT, tage: 0.5 }, code: 'ungueltig', feld: 'tage' },
    { was: 'a number as text', wert: { ...GUT, tage: '14' }, code: 'ungueltig', feld: 'tage' },
    { was: 'null as a period', wert: { ...GUT, tage: null }, code: 'ungueltig', feld: 'tage' },
    { was: 'an absurd period', wert: { ...GUT, tage: 1e300 }, code: 'ausserhalb', feld: 'tage' },
    { was: 'an infinite period', wert: { ...GUT, tage: Infinity }, code: 'ungueltig', feld: 'tage' },
    {
      was: 'a result after 2100',
      wert: { ...GUT, ereignis: '2100-12-31', tage: 1 },
      code: 'ausserhalb',
      feld: 'tage',
    },
    {
      was: 'a result before 1995',
      wert: { ...GUT, regel: 'CAL-R', ereignis: '1995-01-10' },
      code: 'ausserhalb',
      feld: 'tage',
    },
    {
      was: 'working days beyond 2100',
      wert: { ...OHNE_DAUER, arbeitstage: 30_000 },
      code: 'ausserhalb',
      feld: 'arbeitstage',
    },
    {
      was: 'a day that rolls before 1995',
      wert: { regel: 'CAL-R', ereignis: '1995-01-01', tage: 0, land: 'HB' },
      code: 'ausserhalb',
      feld: 'tage',
    },
    { was: 'occurrence 0', wert: { ...GUT, vorkommen: 0 }, code: 'ungueltig', feld: 'vorkommen' },
    { was: 'occurrence 1.5', wert: { ...GUT, vorkommen: 1.5 }, code: 'ungueltig', feld: 'vorkommen' },
    { was: 'an absurd occurrence', wert: { ...GUT, vorkommen: 1e9 }, code: 'ausserhalb', feld: 'vorkommen' },
    {
      was: 'an occurrence with CAL-T',
      wert: { ...OHNE_DAUER, regel: 'CAL-T', vorkommen: 1 },
      code: 'unzulaessig',
      feld: 'vorkommen',
    },
    {
      was: 'a variant without CAL-R',
      wert: { ...GUT, variante: 'KLARE_MONATE' },
      code: 'unzulaessig',
      feld: 'variante',
    },
    {
      was: 'an unknown variant',
      wert: { ...GUT, regel: 'CAL-R', variante: 'x' },
      code: 'ungueltig',
      feld: 'variante',
    },
    {
      was: 'closing days as text',
      wert: { ...GUT, zusatzFreieTage: '2026-11-23' },
      code: 'ungueltig',
      feld: 'zusatzFreieTage',
    },
    {
      was: 'a closing day that is none',
      wert: { ...GUT, zusatzFreieTage: ['2026-02-30'] },
      code: 'ungueltig',
      feld: 'zusatzFreieTage',
    },
  ])('refuses $was: $code at $feld', ({ wert, code, feld }) => {
    expect(fehlerVon(wert)).toEqual({ code, feld });
  });

  it('answers anything at all without throwing', () => {
    const werte = fc.record(
      {
        regel: fc.oneof(fc.constantFrom('CAL-F', 'CAL-Z', 'CAL-R', 'CAL-T'), fc.anything()),
        ereignis: fc.oneof(
          fc.constantFrom('1995-01-01', '2026-02-28', '2100-12-31', '2026-06-30T22:30Z'),
          fc.string(),
        ),
        tage: fc.oneof(fc.nat(), fc.anything()),
        monate: fc.oneof(fc.nat(), fc.double()),
        arbeitstage: fc.nat(40_000),
        vorkommen: fc.oneof(fc.nat(), fc.anything()),
        land: fc.constantFrom('HB', 'BY', 'XX'),
        zusatzFreieTage: fc.anything(),
      },
      { requiredKeys: ['regel', 'ereignis', 'land'] },
    );
    fc.assert(
      fc.property(fc.oneof(werte, fc.anything()), (wert) => {
        const antwort = berechneEingabe(wert);
        if ('fehler' in antwort) expect(antwort.fehler.text).not.toBe('');
        else expect(antwort.faellig >= '1995-01-01' && antwort.faellig <= '2100-12-31').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

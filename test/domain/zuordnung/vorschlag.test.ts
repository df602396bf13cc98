import { describe, expect, it } from 'vitest';
import { STANDARD } from '../../../domain/policy/standard.ts';
import { auslastung, individuellesSoll, obergrenze } from '../../../domain/zuordnung/auslastung.ts';
import { schlageVor } from '../../../domain/zuordnung/gruende.ts';
import { rangfolge, weichtAb } from '../../../domain/zuordnung/vorschlag.ts';
import { eine, zuordnungslage } from './zuordnungslage.ts';

const folge = (...args: Parameters<typeof zuordnungslage>): string[] =>
  rangfolge(zuordnungslage(...args)).map(({ wer }) => wer.id);

describe('load of a Fallmanager (E41, POL-SCHLUESSEL)', () => {
  it.each([
    [{ anteil: 1, anwesenheit: 1 }, 75],
    [{ anteil: 0.5, anwesenheit: 1 }, 37.5],
    [{ anteil: 0.83, anwesenheit: 1 }, 62.25],
    [{ anteil: 0.75, anwesenheit: 0.8 }, 45],
    [{ anteil: 0, anwesenheit: 1 }, 0],
    [{ anteil: 1, anwesenheit: 0 }, 0],
    [{ anteil: 0.01, anwesenheit: 0.001 }, 0.01],
  ])('%j is a Soll of %d cases', (kapazitaet, soll) => {
    expect(individuellesSoll(STANDARD, kapazitaet)).toBe(soll);
  });

  it('is open cases by Soll in per cent, without a number where there is no capacity', () => {
    expect(auslastung(75, 75)).toEqual({ faelle: 75, soll: 75, prozent: 100 });
    expect(auslastung(46, 75).prozent).toBe(61.3);
    expect(auslastung(3, 0).prozent).toBeNull();
  });

  it('the upper end of the band shrinks with the share (A-17)', () => {
    expect(obergrenze(STANDARD, 75)).toBe(85);
    expect(obergrenze(STANDARD, 37.5)).toBe(42.5);
  });
});

describe('order of the suggestions (A-32)', () => {
  it('the Schlüssel is the default: the lowest load with the case comes first, whatever the number of cases', () => {
    expect(
      folge([eine('voll', { faelle: 60 }), eine('halb', { anteil: 0.5, faelle: 35 }), eine('leer')]),
    ).toEqual(['leer', 'voll', 'halb']);
  });

  it('a language the person needs goes before load, but not beyond the upper end of the band', () => {
    const tr = { sprache: 'tr' } as const;
    const spricht = { sprachen: ['tr'] as const };
    expect(folge([eine('a', { faelle: 10 }), eine('b', { ...spricht, faelle: 80 })], tr)).toEqual(['b', 'a']);
    expect(folge([eine('a', { faelle: 10 }), eine('b', { ...spricht, faelle: 85 })], tr)).toEqual(['a', 'b']);
  });

  it('continuity goes before load and after language', () => {
    const kennt = { begleiteteBis: '2025-03-12' };
    expect(folge([eine('a', { faelle: 10 }), eine('b', kennt)])).toEqual(['b', 'a']);
    expect(folge([eine('a', { sprachen: ['tr'] }), eine('b', kennt)], { sprache: 'tr' })).toEqual(['a', 'b']);
  });

  it('a theme counts at equal load only, except after a Jour-Fixe without warm handover', () => {
    const themen = [{ id: 'schulden', name: 'Schulden' }];
    const zustaendig = { themen: ['schulden'] };
    expect(folge([eine('a'), eine('b', zustaendig)], { themen })).toEqual(['b', 'a']);
    expect(folge([eine('a'), eine('b', { ...zustaendig, faelle: 41 })], { themen })).toEqual(['a', 'b']);
    expect(folge([eine('a'), eine('b', { ...zustaendig, faelle: 84 })], { themen, nachThema: true })).toEqual(
      ['b', 'a'],
    );
  });

  it('equals take turns: whoever waited longest for a new case comes first', () => {
    expect(
      folge([
        eine('a', { letzteZuordnungAm: '2026-11-30' }),
        eine('b', { letzteZuordnungAm: '2025-01-07' }),
        eine('c'),
      ]),
    ).toEqual(['c', 'b', 'a']);
  });

  it('somebody without capacity or with a conflict of interest is never suggested, with a neutral reason', () => {
    const team = [
      eine('a', { anteil: 0 }),
      eine('b', { anwesenheit: 0 }),
      eine('c', { interessenkonflikt: true }),
      eine('d', { faelle: 200 }),
    ];
    const { vorschlaege, ausgeschlossen } = schlageVor(zuordnungslage(team));
    expect(vorschlaege.map(({ fm }) => fm)).toEqual(['d']);
    expect(ausgeschlossen).toEqual([
      { fm: 'a', grund: 'Nicht vorgeschlagen: Der Arbeitszeitanteil ist 0.' },
      { fm: 'b', grund: 'Nicht vorgeschlagen: Im ganzen Zeitraum abwesend.' },
      { fm: 'c', grund: 'Nicht vorgeschlagen: Für diese Person ist ein Interessenkonflikt vermerkt.' },
    ]);
  });
});

describe('deviation from the first suggestion (V-70)', () => {
  const team = [eine('a', { letzteZuordnungAm: '2026-11-30' }), eine('b'), eine('c', { faelle: 41 })];
  it.each([
    ['b', false],
    ['a', false],
    ['c', true],
    ['fremd', true],
  ])('choosing %s deviates: %s', (fm, weicht) => {
    expect(weichtAb(zuordnungslage(team), fm)).toBe(weicht);
  });

  it('choosing somebody where nobody can be suggested deviates', () => {
    expect(weichtAb(zuordnungslage([eine('a', { anteil: 0 })]), 'a')).toBe(true);
  });
});

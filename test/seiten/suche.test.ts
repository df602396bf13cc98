import { describe, expect, it } from 'vitest';
import { suchbegriff } from '../../web/kern/suchbegriff.ts';
import { neueSuche, suchenIn } from '../../web/tun/suche.ts';

const formular = (...felder: [string, string][]): URLSearchParams => new URLSearchParams(felder);

describe('Suche in einem Formular', () => {
  it('ein anderer Suchtext als der bekannte wird erst gesucht, derselbe hält nichts auf', () => {
    expect(neueSuche(formular(['_suche.person.person', 'Muster'], ['_gesucht.person.person', '']))).toBe(
      'person',
    );
    expect(
      neueSuche(formular(['_suche.personal.ziel.fm', 'neu'], ['_gesucht.personal.ziel.fm', 'alt'])),
    ).toBe('ziel.fm');
    expect(
      neueSuche(formular(['_suche.person.person', ' Muster '], ['_gesucht.person.person', 'Muster'])),
    ).toBeNull();
    expect(neueSuche(formular(['gruende', 'Text']))).toBeNull();
  });

  it('jedes Feld hat seine eigene Suche; eine leere ist keine', () => {
    const felder = formular(
      ['_suche.person.person', 'Muster'],
      ['_suche.personal.ziel.fm', 'Demo'],
      ['_suche.fall.fall', ' '],
    );
    expect(suchenIn(felder)).toEqual([
      { auf: 'person', pfad: 'person', gesucht: 'Muster' },
      { auf: 'personal', pfad: 'ziel.fm', gesucht: 'Demo' },
    ]);
  });

  const KN = { kundennummer: 'KN4711' };
  it.each([
    ['kn4711', KN],
    ['Muster, Testperson 24', { name: 'Muster, Testperson 24' }],
    ['Ärmel', { name: 'Ärmel' }],
    ['4.5.1980', { geburtsdatum: '1980-05-04' }],
    ['04. 05. 1980', { geburtsdatum: '1980-05-04' }],
    ['1980-05-04', { geburtsdatum: '1980-05-04' }],
    // Somebody of 15 at least.
    ['4.5.80', { geburtsdatum: '1980-05-04' }],
    ['4.5.11', { geburtsdatum: '2011-05-04' }],
    ['4.5.12', { geburtsdatum: '1912-05-04' }],
    ['31.2.1980', { name: '31.2.1980' }],
    ['f-2026-00012', { fallnummer: 'F-2026-00012' }],
    ['mül 4.5.1980', { name: 'mül', geburtsdatum: '1980-05-04' }],
    ['kn4711 ann  müller', { ...KN, name: 'ann müller' }],
    ['4.5.1980 KN4711', { ...KN, geburtsdatum: '1980-05-04' }],
  ])('16.1: %s', (gesucht, begriff) => {
    expect(suchbegriff(gesucht, '2026-12-01')).toEqual(begriff);
  });
});

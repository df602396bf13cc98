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

  it.each([
    ['kn4711', { kundennummer: 'KN4711' }],
    ['Muster, Testperson 24', { name: 'Muster, Testperson 24' }],
    ['Ärmel', { name: 'Ärmel' }],
  ])('%s', (gesucht, begriff) => {
    expect(suchbegriff(gesucht)).toEqual(begriff);
  });
});

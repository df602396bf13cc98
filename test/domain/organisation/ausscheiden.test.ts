import { describe, expect, it } from 'vitest';
import { uebergabebefehl, uebernimmt, verteile } from '../../../domain/organisation/ausscheiden.ts';

describe('Ausscheiden (TR51, TR57)', () => {
  it('verteilt reihum auf die anderen des Rings, beginnend nach der ausscheidenden Person', () => {
    const faelle = ['f1', 'f2', 'f3'];
    expect([...verteile('b', ['a', 'b', 'c'], faelle).values()]).toEqual(['c', 'a', 'c']);
    expect([...verteile('x', ['a', 'b'], faelle).values()]).toEqual(['a', 'b', 'a']);
    expect(verteile('a', ['a'], faelle).size).toBe(0);
    expect(verteile('a', [], faelle).size).toBe(0);
  });

  it('jeder Fall geht mit dem Befehl über, der in seinem Zustand möglich ist', () => {
    const fall = { fallId: 'f', zustand: 'aktiv', als: 'fm' } as const;
    expect(uebergabebefehl(fall)).toBe('fm_wechseln');
    expect(uebergabebefehl({ ...fall, zustand: 'beendet' })).toBe('nachhaltung_uebertragen');
    expect(uebergabebefehl({ ...fall, als: 'pap' })).toBe('pap_wechseln');
    expect(uebergabebefehl({ ...fall, als: 'extern' })).toBeNull();
  });

  it('ein Fall, den der Plan nicht nennt, bleibt offen; Fälle eines pAp gehen mit seinen Personen', () => {
    const plan = { faelle: [{ fallId: 'f1', an: 'a' }], personen: 'p' };
    const stelle = { zustand: 'aktiv' } as const;
    expect(uebernimmt({ ...stelle, fallId: 'f1', als: 'fm' }, plan)).toBe('a');
    expect(uebernimmt({ ...stelle, fallId: 'f2', als: 'fm' }, plan)).toBeNull();
    expect(uebernimmt({ ...stelle, fallId: 'f2', als: 'pap' }, plan)).toBe('p');
    expect(uebernimmt({ ...stelle, fallId: 'f1', als: 'extern' }, plan)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { STANDARD } from '../../../domain/policy/standard.ts';
import { fehlendeAngaben } from '../../../domain/zuordnung/vollstaendigkeit.ts';

const VOLL = {
  profilVorhanden: true,
  profillageErfasst: true,
  zaehlendeHandlungsbedarfe: 3,
  gruendeVorhanden: true,
  erlaeutertAm: '2026-12-01',
};

describe('completeness of a Vormerkung (E08)', () => {
  it.each([
    [{}, []],
    [{ profilVorhanden: false, profillageErfasst: false }, ['Es liegt kein Profiling vor.']],
    [{ profillageErfasst: false }, ['Im Profiling ist keine Profillage erfasst.']],
    [{ gruendeVorhanden: false }, ['Die Gründe der Vormerkung fehlen.']],
    [{ erlaeutertAm: null }, ['Es ist nicht vermerkt, wann die Gründe mit der Person besprochen wurden.']],
    [
      { zaehlendeHandlungsbedarfe: 2 },
      ['Für Kriterium A sind 2 von mindestens 3 zählenden Handlungsbedarfen erfasst.'],
    ],
  ])('%j lacks %j', (anders, fehlt) => {
    expect(fehlendeAngaben({ ...VOLL, ...anders }, STANDARD)).toEqual(fehlt);
  });
});

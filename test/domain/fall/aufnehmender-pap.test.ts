import { describe, expect, it } from 'vitest';
import { aufnehmenderPapVon } from '../../../domain/fall/fall.ts';
import {
  beziehungZu,
  darf,
  darfLesen,
  type Berechtigter,
  type Fallbezug,
} from '../../../domain/rollen/befehlsrechte.ts';
import { befehl, danach } from '../../../tools/simulation/bauen.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const bezug: Fallbezug = {
  team: '621',
  fm: 'fm',
  pap: 'pap',
  aufnehmenderPap: 'pap2',
  extern: null,
  abgebend: null,
  weitergeleitetAn: null,
};
const pap = (id: string): Berechtigter => ({ id, rolle: 'pap', teams: [], vertritt: [] });

describe('the receiving pAp (R05, TR42)', () => {
  it('reads the case from the clarification on; a third pAp does not', () => {
    expect(['pap', 'pap2', 'pap3'].map((id) => beziehungZu(pap(id), bezug))).toEqual([
      'abgebend',
      'aufnehmend',
      'keine',
    ]);
    expect(['pap', 'pap2', 'pap3'].map((id) => darfLesen(pap(id), bezug))).toEqual([true, true, false]);
    expect(darfLesen(pap('pap2'), { ...bezug, aufnehmenderPap: null })).toBe(false);
  });

  it('handles the Wiedervorlage and may try to change the period (V-62), but ends no case', () => {
    const befehle = ['wiedervorlage_bearbeiten', 'akh_frist_aendern', 'fallabgang_dokumentieren'] as const;
    expect(befehle.map((name) => darf(pap('pap2'), name, bezug))).toEqual([true, true, false]);
  });

  it('is known through exit and end, and no more after a withdrawal', () => {
    const am = '2026-11-23T10:00';
    const geklaert = danach(
      FAELLE.abgang_eingeleitet(),
      befehl('aufnehmende_stelle_klaeren', am, { pap: 'pap2' }),
    );
    const beendet = danach(geklaert, befehl('fallabgang_dokumentieren', '2026-11-24T09:00'));
    const zurueck = danach(geklaert, befehl('abgang_zuruecknehmen', '2026-11-24T09:00'));
    expect([geklaert, beendet, zurueck].map(({ fall }) => aufnehmenderPapVon(fall))).toEqual([
      'pap2',
      'pap2',
      null,
    ]);
  });
});

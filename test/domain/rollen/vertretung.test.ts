import { describe, expect, it } from 'vitest';
import { darfVerweisFuehren } from '../../../domain/rollen/eaktenrechte.ts';
import {
  BEFEHLSRECHTE,
  beziehungZu,
  darf,
  darfLesen,
  vertretenIn,
  type Berechtigter,
  type Fallbezug,
  type Sachbefehl,
} from '../../../domain/rollen/befehlsrechte.ts';

const FALL: Fallbezug = {
  team: 't',
  fm: 'a',
  pap: 'p',
  aufnehmenderPap: null,
  abgebend: null,
  weitergeleitetAn: null,
  extern: null,
};
const fm = (id: string, ...vertritt: string[]): Berechtigter => ({
  id,
  rolle: 'fm',
  teams: [],
  vertritt: vertritt.map((v) => ({ id: v })),
});

/** R08: what may be done while the Fallmanager is away; a new command is not among it unless somebody says so. */
const ERLAUBT: readonly Sachbefehl[] = [
  'uebernahmegespraech_vereinbaren',
  'termin_verlegen',
  'uebergabe_bestaetigen',
  'kontakt_erfassen',
  'begleitperson_informieren',
  'berichtigen',
  'eintrag_zurueckziehen',
];

describe('rights of a Vertretung (R08, TR52, 001 2.2)', () => {
  it.each(Object.keys(BEFEHLSRECHTE) as Sachbefehl[])('%s', (befehl) => {
    expect(darf(fm('c', 'a'), befehl, FALL)).toBe(ERLAUBT.includes(befehl));
    // Acting in one's own case needs no Vertretung and keeps every right, also while representing others.
    expect(darf(fm('a', 'b'), befehl, FALL)).toBe(BEFEHLSRECHTE[befehl].includes('fm'));
    expect(darf(fm('c', 'b'), befehl, FALL)).toBe(false);
  });

  it('reads the case and is named with whom it stands in for', () => {
    expect(beziehungZu(fm('c', 'a'), FALL)).toBe('vertretung');
    expect(darfLesen(fm('c', 'a'), FALL)).toBe(true);
    expect(darfLesen(fm('c'), FALL)).toBe(false);
    expect(vertretenIn(fm('c', 'a'), FALL)).toBe('a');
    expect(vertretenIn(fm('a', 'b'), FALL)).toBeNull();
    expect(vertretenIn(fm('c', 'a'), { ...FALL, fm: null })).toBeNull();
  });

  it('R08: die Vertretung vermerkt, dass eine Unterlage der eAkte eingegangen ist, nicht was sie ist', () => {
    const darfVermerken = (wer: Berechtigter, titel: string | null): boolean =>
      darfVerweisFuehren(wer, FALL, { titel });
    expect([null, 'Bescheid'].map((titel) => darfVermerken(fm('a'), titel))).toEqual([true, true]);
    expect([null, 'Bescheid'].map((titel) => darfVermerken(fm('c', 'a'), titel))).toEqual([true, false]);
    expect(darfVermerken(fm('c'), null)).toBe(false);
    // Writes K1 of the case, but does not lead it.
    expect(darfVermerken({ id: 'l', rolle: 'tl', teams: ['t'], vertritt: [] }, null)).toBe(false);
  });

  it('an external FM is represented by nobody', () => {
    const extern: Berechtigter = { id: 'x', rolle: 'fm_extern', teams: [], vertritt: [] };
    expect(beziehungZu(extern, { ...FALL, extern: 'x' })).toBe('beauftragt');
    expect(beziehungZu(extern, FALL)).toBe('keine');
  });
});

import { describe, expect, it } from 'vitest';
import {
  abweichungenFuer,
  geltendeEintraege,
  pruefeEintrag,
  type Kalendereintrag,
} from '../../../domain/frist/kalendereintrag.ts';
import type { Land } from '../../../domain/frist/laender.ts';

const DONNERSTAG = '2026-03-12';
const HEILIGE_DREI = '2026-01-06';

const eintrag = (frei: boolean | null, rest: Partial<Kalendereintrag> = {}): Kalendereintrag => ({
  tag: DONNERSTAG,
  team: null,
  grund: 'Umzug',
  frei,
  ...rest,
});

const wirkung = (eintraege: readonly Kalendereintrag[], team = 'a'): [string, boolean][] =>
  abweichungenFuer(eintraege, team).map(({ tag, frei }) => [tag, frei]);

function sage(
  neu: Kalendereintrag,
  eintraege: readonly Kalendereintrag[] = [],
  laender: readonly Land[] = ['HB'],
): string | null {
  return pruefeEintrag(neu, { eintraege, laender })?.satz ?? null;
}

describe('Was für einen Tag eingetragen ist (AC-96, Eingabe 5)', () => {
  it('ein späterer Eintrag ersetzt den früheren desselben Tages und derselben Stelle', () => {
    const beide = [eintrag(true), eintrag(false, { grund: 'doch nicht' })];
    expect(geltendeEintraege(beide)).toEqual([beide[1]]);
    expect(wirkung(beide)).toEqual([[DONNERSTAG, false]]);
  });

  it('nach einer Rücknahme entscheidet, was ohne den Eintrag gilt, und er kann wieder kommen', () => {
    const zurueck = [eintrag(true), eintrag(null)];
    expect(wirkung(zurueck)).toEqual([]);
    expect(wirkung([...zurueck, eintrag(true)])).toEqual([[DONNERSTAG, true]]);
  });

  it('der Eintrag eines Teams geht dem des Hauses vor, gleich wann er kam, und gilt nur für das Team', () => {
    const eigener = eintrag(false, { team: 'a' });
    for (const beide of [
      [eintrag(true), eigener],
      [eigener, eintrag(true)],
    ]) {
      expect(wirkung(beide, 'a')).toEqual([[DONNERSTAG, false]]);
      expect(wirkung(beide, 'b')).toEqual([[DONNERSTAG, true]]);
    }
  });

  it('nimmt das Team seinen Eintrag zurück, gilt für es wieder der des Hauses', () => {
    const alle = [eintrag(true), eintrag(false, { team: 'a' }), eintrag(null, { team: 'a' })];
    expect(wirkung(alle, 'a')).toEqual([[DONNERSTAG, true]]);
  });

  it('die Tage stehen in ihrer Reihenfolge, nicht in der ihrer Erfassung', () => {
    expect(wirkung([eintrag(true), eintrag(true, { tag: '2026-03-02' })])).toEqual([
      ['2026-03-02', true],
      [DONNERSTAG, true],
    ]);
  });
});

describe('Was nichts ändern würde, wird abgelehnt (Eingabe 5)', () => {
  it('dasselbe noch einmal, auch mit anderem Grund', () => {
    const ablehnung = pruefeEintrag(eintrag(true), {
      eintraege: [eintrag(true, { grund: 'anders' })],
      laender: ['HB'],
    });
    expect(ablehnung).toEqual({
      id: 'POL-FEIERTAGE',
      art: 'zustand',
      satz: 'Das ist für den 12.03.2026 für das ganze Haus schon eingetragen.',
    });
    expect(sage(eintrag(true, { team: 'a' }), [eintrag(true, { team: 'b' })])).toBeNull();
  });

  it.each([true, false])('ein Wochenende, frei: %s', (frei) => {
    expect(sage(eintrag(frei, { tag: '2026-03-14' }))).toContain('ist ein Samstag und immer frei');
    expect(sage(eintrag(frei, { tag: '2026-03-15' }))).toContain('ist ein Sonntag und immer frei');
  });

  it('frei: false, wo kein Feiertag ist; der Satz nennt die Rücknahme', () => {
    expect(sage(eintrag(false))).toBe(
      'Am 12.03.2026 ist kein Feiertag, der wegfallen könnte. Einen irrtümlich erfassten Schließtag nehmen Sie zurück.',
    );
    expect(sage(eintrag(false), [eintrag(true)])).toContain('kein Feiertag');
    expect(sage(eintrag(false, { tag: '2026-05-01' }))).toBeNull();
  });

  it('ein Feiertag ist es schon, wenn ihn ein Land der Teams kennt; für ein Team zählt nur dessen Land', () => {
    const weg = eintrag(false, { tag: HEILIGE_DREI });
    expect(sage(weg, [], ['HB', 'BY'])).toBeNull();
    expect(sage(weg, [], ['HB', 'NI'])).toContain('kein Feiertag');
    expect(sage({ ...weg, team: 'a' }, [], ['HB'])).toContain('kein Feiertag');
  });

  it('frei: false für ein Team nimmt ihm den Schließtag des Hauses', () => {
    expect(sage(eintrag(false, { team: 'a' }), [eintrag(true)])).toBeNull();
    expect(sage(eintrag(false, { team: 'a' }), [eintrag(true), eintrag(null)])).toContain('kein Feiertag');
  });

  it('ein Schließtag auf einem Feiertag, es sei denn, er war gestrichen', () => {
    const maifeiertag = { tag: '2026-05-01' };
    expect(sage(eintrag(true, maifeiertag))).toContain('schon ein Feiertag');
    expect(sage(eintrag(true, maifeiertag), [eintrag(false, maifeiertag)])).toBeNull();
    expect(sage(eintrag(true, { ...maifeiertag, team: 'a' }), [eintrag(false, maifeiertag)])).toBeNull();
    expect(sage(eintrag(true, { tag: HEILIGE_DREI }), [], ['HB', 'BY'])).toBeNull();
  });

  it('eine Rücknahme, wo nichts gilt; auch an einem Wochenende geht sie, wenn dort etwas steht', () => {
    expect(sage(eintrag(null))).toBe(
      'Für den 12.03.2026 gilt für das ganze Haus kein Eintrag, der zurückzunehmen wäre.',
    );
    expect(sage(eintrag(null, { team: 'a' }), [eintrag(true)])).toContain('für dieses Team');
    expect(sage(eintrag(null), [eintrag(true)])).toBeNull();
    const samstag = { tag: '2026-03-14' };
    expect(sage(eintrag(null, samstag), [eintrag(true, samstag)])).toBeNull();
  });
});

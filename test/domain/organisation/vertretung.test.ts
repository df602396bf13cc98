import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { istAbwesend, type Abwesenheit } from '../../../domain/organisation/abwesenheit.ts';
import { vertretene, vertretungVon, type Vertretungslage } from '../../../domain/organisation/vertretung.ts';
import { plusTage } from '../../../domain/frist/tag.ts';

const ALLE = ['a', 'b', 'c', 'd', 'e'];
const BEGINN = '2026-03-02';
const tage = fc.integer({ min: 0, max: 12 }).map((n) => plusTage(BEGINN, n));

const abwesenheit: fc.Arbitrary<Abwesenheit> = fc
  .tuple(fc.constantFrom(...ALLE), tage, fc.integer({ min: 0, max: 6 }))
  .map(([wer, von, dauer]) => ({ wer, von, bis: plusTage(von, dauer) }));

const vertretungslage: fc.Arbitrary<Vertretungslage> = fc.record({
  ring: fc.shuffledSubarray(ALLE, { minLength: 1 }),
  taetig: fc.subarray(ALLE).map((wer) => new Set(wer)),
  abwesenheiten: fc.array(abwesenheit, { maxLength: 12 }),
  tag: tage,
});

describe('Vertretungsring (TR52, E44)', () => {
  const ring = ['a', 'b', 'c'];
  const taetig = new Set(ring);
  const weg = (wer: string): Abwesenheit => ({ wer, von: BEGINN, bis: plusTage(BEGINN, 4) });

  it('AC-86: A → B → C → A, A und B sind weg: C vertritt beide', () => {
    const heute = { ring, taetig, abwesenheiten: [weg('a'), weg('b')], tag: BEGINN };
    expect(vertretungVon('a', heute)).toBe('c');
    expect(vertretungVon('b', heute)).toBe('c');
    expect(vertretene('c', heute)).toEqual(['a', 'b']);
    expect(vertretungVon('c', heute)).toBeNull();
  });

  it('endet mit dem letzten Tag der Abwesenheit und beginnt mit dem ersten', () => {
    const am = (tag: string): string | null =>
      vertretungVon('a', { ring, taetig, abwesenheiten: [weg('a')], tag });
    expect(am(plusTage(BEGINN, -1))).toBeNull();
    expect(am(BEGINN)).toBe('b');
    expect(am(plusTage(BEGINN, 4))).toBe('b');
    expect(am(plusTage(BEGINN, 5))).toBeNull();
  });

  it('niemand vertritt, wenn alle weg sind, wenn der Ring fehlt oder nur aus einer Person besteht', () => {
    const tag = BEGINN;
    expect(vertretungVon('a', { ring, taetig, abwesenheiten: ring.map(weg), tag })).toBeNull();
    expect(vertretungVon('a', { ring: [], taetig, abwesenheiten: [weg('a')], tag })).toBeNull();
    expect(vertretungVon('a', { ring: ['a'], taetig, abwesenheiten: [weg('a')], tag })).toBeNull();
  });

  it('wer vertritt, ist da und im Dienst, und niemand davor im Ring ist es', () => {
    fc.assert(
      fc.property(vertretungslage, fc.constantFrom(...ALLE), (l, fm) => {
        const da = (wer: string): boolean => l.taetig.has(wer) && !istAbwesend(wer, l.tag, l.abwesenheiten);
        const wer = vertretungVon(fm, l);
        const platz = l.ring.indexOf(fm);
        if (platz === -1 || !istAbwesend(fm, l.tag, l.abwesenheiten)) {
          expect(wer).toBeNull();
          return;
        }
        const folgende = l.ring.map((_, n) => l.ring[(platz + 1 + n) % l.ring.length] ?? '').slice(0, -1);
        const ersterDa = folgende.findIndex(da);
        expect(wer).toBe(folgende[ersterDa] ?? null);
      }),
    );
  });

  it('jede vertretene Person hat genau eine Vertretung, und die weiß davon', () => {
    fc.assert(
      fc.property(vertretungslage, (l) => {
        const paare = ALLE.flatMap((wer) => vertretene(wer, l).map((fm) => `${fm} ${wer}`));
        const soll = l.ring.flatMap((fm) => {
          const wer = vertretungVon(fm, l);
          return wer === null ? [] : [`${fm} ${wer}`];
        });
        expect(paare.sort()).toEqual(soll.sort());
      }),
    );
  });
});

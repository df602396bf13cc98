import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { losVon, verpflichtungVon, ziehe } from '../../../domain/team/ziehung.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const nummern = fc.uniqueArray(
  fc.integer({ min: 1, max: 99_999 }).map((n) => `F-2026-${String(n).padStart(5, '0')}`),
  { maxLength: 60 },
);
const grundlagen = fc.record({
  fallnummern: nummern,
  saat: fc.string(),
  loswort: fc.string(),
  anzahl: fc.integer({ min: 0, max: 70 }),
});

describe('draw with proof (E45)', () => {
  it('can be repeated with nothing but sha256sum and sort', () => {
    const fallnummern = ['F-2026-00001', 'F-2026-00002', 'F-2026-00003', 'F-2026-00004'];
    const befehl = fallnummern
      .map((f) => `echo "$(printf '%s' 'saat|6aus49|${f}' | sha256sum) ${f}"`)
      .join('; ');
    const zeilen = execFileSync('sh', ['-c', `(${befehl}) | sort | head -2`], { encoding: 'utf8' });
    const vonHand = zeilen
      .trim()
      .split('\n')
      .map((zeile) => zeile.split(' ').at(-1));
    expect(ziehe({ fallnummern, saat: 'saat', loswort: '6aus49', anzahl: 2 }, sha256)).toEqual(vonHand);
  });

  it('the promise binds to the seed', () => {
    expect(verpflichtungVon('saat', sha256)).toBe(sha256('saat'));
  });

  it('draws as many as asked from the list, each once, whatever the order of the list', () => {
    fc.assert(
      fc.property(grundlagen, (g) => {
        const gezogen = ziehe(g, sha256);
        expect(gezogen).toHaveLength(Math.min(g.anzahl, g.fallnummern.length));
        expect(new Set(gezogen).size).toBe(gezogen.length);
        expect(gezogen.every((f) => g.fallnummern.includes(f))).toBe(true);
        expect(ziehe({ ...g, fallnummern: [...g.fallnummern].reverse() }, sha256)).toEqual(gezogen);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a case that was not drawn has no smaller lot than any drawn one', () => {
    fc.assert(
      fc.property(grundlagen, (g) => {
        const gezogen = ziehe(g, sha256);
        const groesstes =
          gezogen
            .map((f) => losVon(f, g, sha256))
            .sort()
            .at(-1) ?? '';
        const uebrige = g.fallnummern.filter((f) => !gezogen.includes(f));
        expect(gezogen.length === 0 || uebrige.every((f) => losVon(f, g, sha256) > groesstes)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('every case has the same chance: a thousand seeds draw each of twenty about equally often', () => {
    const fallnummern = Array.from({ length: 20 }, (_, n) => `F-2026-${String(n).padStart(5, '0')}`);
    const zahl = new Map<string, number>();
    for (let saat = 0; saat < 1000; saat += 1) {
      for (const f of ziehe({ fallnummern, saat: String(saat), loswort: 'x', anzahl: 5 }, sha256)) {
        zahl.set(f, (zahl.get(f) ?? 0) + 1);
      }
    }
    // 250 expected; five standard deviations of the binomial distribution are 68.
    for (const f of fallnummern) expect(Math.abs((zahl.get(f) ?? 0) - 250)).toBeLessThan(70);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const WURZEL = path.join(import.meta.dirname, '../..');
const lies = (datei: string): string => readFileSync(path.join(WURZEL, datei), 'utf8');

/** Ids of OWASP ASVS 5.0.0 with their levels: all of 1 and 2, and 3 of V8, V14 and V16 (S11). */
const VERLANGT = Object.entries(
  JSON.parse(lies('test/architecture/asvs-5.0.0.json')) as Record<string, number>,
);
/** What is known not to hold; a better release lowers it. */
const HOECHSTENS_OFFEN = 6;

type Zeile = { readonly id: string; readonly stufe: number; readonly haelt: string; readonly beleg: string };

/** Rows of the tables; that their links lead somewhere is the matter of dokumente.test.ts. */
const zeilenVon = (text: string): Zeile[] =>
  text
    .split('\n')
    .map((zeile) => zeile.split('|').map((zelle) => zelle.trim()))
    .filter(([, id = '']) => /^V\d+\.\d+\.\d+$/u.test(id))
    .map(([, id = '', stufe = '', haelt = '', beleg = '']) => ({ id, stufe: Number(stufe), haelt, beleg }));

/** Requirements that are not there exactly once with their level, and rows that prove nothing. */
function maengel(text: string): string[] {
  const zeilen = zeilenVon(text);
  const falsch = VERLANGT.filter(
    ([id, stufe]) => zeilen.filter((zeile) => zeile.id === id && zeile.stufe === stufe).length !== 1,
  ).map(([id]) => `${id}: nicht genau einmal`);
  const fremd = zeilen.filter(({ id }) => !VERLANGT.some(([eine]) => eine === id));
  const ohne = zeilen.filter(({ haelt, beleg }) => {
    if (/^(?:not applicable|open): \w.{8,}/u.test(beleg)) return false;
    return haelt.length < 10 || !/^\[[^\]]+\]\([^)]+\)/u.test(beleg);
  });
  return [...falsch, ...[...fremd, ...ohne].map(({ id }) => `${id}: ohne Anforderung oder Beleg`)];
}

describe('S11: die Karte zu OWASP ASVS', () => {
  const karte = lies('docs/asvs.md');
  const offen = zeilenVon(karte).filter(({ beleg }) => beleg.startsWith('open: '));

  it('nennt jede der 264 Anforderungen genau einmal, mit Beleg oder Grund', () => {
    expect(VERLANGT).toHaveLength(264);
    expect(maengel(karte)).toEqual([]);
  });

  it('bemerkt eine fehlende, eine doppelte und eine unbelegte Zeile', () => {
    const [zeile = ''] = /^\| V8\.2\.2 .*$/mu.exec(karte) ?? [];
    expect(zeile).not.toBe('');
    expect(maengel(karte.replace(zeile, ''))).toEqual(['V8.2.2: nicht genau einmal']);
    expect(maengel(`${karte}\n${zeile}`)).toEqual(['V8.2.2: nicht genau einmal']);
    expect(maengel(karte.replace(zeile, '| V8.2.2 | 1 | Foreign cases are refused | sure |'))).toEqual([
      'V8.2.2: ohne Anforderung oder Beleg',
    ]);
  });

  it('nennt, was offen ist, auch am Anfang, und nicht mehr als bekannt', () => {
    expect(offen.length).toBeLessThanOrEqual(HOECHSTENS_OFFEN);
    const liste = [...karte.matchAll(/^- (V[\d.]+): /gmu)].map(([, id]) => id);
    expect(liste).toEqual(offen.map(({ id }) => id));
    const zahlen = /^(\d+) hold, (\d+) are not applicable, (\d+) are open/mu
      .exec(karte)
      ?.slice(1)
      .map(Number);
    const nicht = zeilenVon(karte).filter(({ beleg }) => beleg.startsWith('not applicable: ')).length;
    expect(zahlen).toEqual([264 - nicht - offen.length, nicht, offen.length]);
  });
});

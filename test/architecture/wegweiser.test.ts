import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lies, WURZEL } from '../support/zitate.ts';

const WEGWEISER = 'docs/wegweiser.md';
const HOECHSTENS = 3;

/** One opening: the document that is opened, and the names to look for in it. */
type Oeffnung = { readonly ziel: string; readonly namen: readonly string[] };
type Frage = { readonly titel: string; readonly weg: readonly Oeffnung[] };

const zielVon = (von: string, verweis: string): string =>
  path.posix.join(path.posix.dirname(von), verweis.split('#')[0] ?? '');

function oeffnungAus(zeile: string): Oeffnung {
  const [, verweis = '', rest = ''] = /\]\(([^)]+)\)(.*)$/u.exec(zeile) ?? [];
  return {
    ziel: zielVon(WEGWEISER, verweis),
    namen: [...rest.matchAll(/`([^`]+)`/gu)].map(([, n = '']) => n),
  };
}

const FRAGEN: readonly Frage[] = lies(WEGWEISER)
  .split(/^## /mu)
  .slice(1)
  .map((abschnitt) => {
    const [titel = '', ...zeilen] = abschnitt.split('\n');
    return { titel, weg: zeilen.filter((zeile) => /^\d+\. /u.test(zeile)).map(oeffnungAus) };
  });

/** Where the links of a document lead. */
const verweise = (datei: string): string[] =>
  [...lies(datei).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, verweis = '']) => zielVon(datei, verweis));

/** Names that the last file of a way does not hold: a symbol renamed, a file moved. */
const fehlendeNamen = ({ ziel, namen }: Oeffnung): string[] => {
  const text = lies(ziel);
  return namen.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'u').test(text));
};

describe('der Wegweiser', () => {
  it('beantwortet zehn Fragen', () => {
    expect(FRAGEN).toHaveLength(10);
  });

  it.each(FRAGEN)('$titel', ({ weg }) => {
    expect(weg.map(({ ziel }) => ziel).filter((ziel) => !existsSync(path.join(WURZEL, ziel)))).toEqual([]);
    expect(weg.length).toBeLessThanOrEqual(HOECHSTENS);
    expect(weg[0]?.ziel).toBe('README.md');
    weg.slice(1).forEach(({ ziel }, stelle) => {
      expect(verweise(weg[stelle]?.ziel ?? ''), `${ziel} ist dort nicht verlinkt`).toContain(ziel);
    });
    const letzte = weg.at(-1);
    expect(letzte?.namen).not.toEqual([]);
    expect(weg.flatMap(fehlendeNamen)).toEqual([]);
  });

  it('merkt, wenn ein Name im Ziel fehlt', () => {
    const ziel = 'domain/zugang/kriterium-a.ts';
    expect(fehlendeNamen({ ziel, namen: ['kriteriumA', 'kriteriumZ'] })).toEqual(['kriteriumZ']);
  });
});

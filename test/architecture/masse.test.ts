import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const WURZEL = fileURLToPath(new URL('../../', import.meta.url));
const HAUS = '{domain,temporal,transport,workflows,activities,worker,api,web,db,log,ops}/**/*.ts';

type Quelle = { readonly datei: string; readonly text: string };
const lies = (muster: string): Quelle[] =>
  globSync(muster, { cwd: WURZEL })
    .sort()
    .map((datei) => ({ datei, text: readFileSync(`${WURZEL}${datei}`, 'utf8') }));

const zeilen = ({ text }: Quelle): number => text.trimEnd().split('\n').length;

/** Where the compiler is told instead of asked: `as`, but not `as const`. */
function behauptungen({ datei, text }: Quelle): string[] {
  const quelle = ts.createSourceFile(datei, text, ts.ScriptTarget.Latest, true);
  const funde: string[] = [];
  const besuche = (knoten: ts.Node): void => {
    if (ts.isAsExpression(knoten) && !ts.isConstTypeReference(knoten.type))
      funde.push(`${datei}:${String(quelle.getLineAndCharacterOfPosition(knoten.getStart()).line + 1)}`);
    ts.forEachChild(knoten, besuche);
  };
  besuche(quelle);
  return funde;
}

const beliebige = ({ datei, text }: Quelle): string[] => {
  const funde: string[] = [];
  const besuche = (knoten: ts.Node): void => {
    if (knoten.kind === ts.SyntaxKind.AnyKeyword) funde.push(datei);
    ts.forEachChild(knoten, besuche);
  };
  besuche(ts.createSourceFile(datei, text, ts.ScriptTarget.Latest, true));
  return funde;
};

describe('Maße des Hauses (rules.md)', () => {
  const haus = lies(HAUS);
  const ohneTests = [...haus, ...lies('tools/**/*.ts')];

  it('die mittlere Datei hat höchstens 80 Zeilen, keine mehr als 300', () => {
    const laengen = ohneTests.map(zeilen).sort((a, b) => a - b);
    expect(laengen[Math.floor(laengen.length / 2)]).toBeLessThanOrEqual(80);
    expect(
      [...ohneTests, ...lies('test/**/*.ts')].filter((q) => zeilen(q) > 300).map(({ datei }) => datei),
    ).toEqual([]);
  });

  it('höchstens 60 Behauptungen mit as außerhalb der Tests, kein any', () => {
    const alle = ohneTests.flatMap(behauptungen);
    expect(alle.length, alle.join('\n')).toBeLessThanOrEqual(60);
    expect([...ohneTests, ...lies('test/**/*.ts')].flatMap(beliebige)).toEqual([]);
  });

  it('keine Ausnahme vom Lint in dem, was ausgeliefert wird', () => {
    const ausnahmen = haus.filter(({ text }) =>
      /eslint-disable|@ts-(?:ignore|expect-error|nocheck)/u.test(text),
    );
    expect(ausnahmen.map(({ datei }) => datei)).toEqual([]);
  });

  it('eine Behauptung, ein any fallen auf', () => {
    const quelle = { datei: 'x.ts', text: 'const a = b as string;\nlet c: any; const d = [] as const;' };
    expect(behauptungen(quelle)).toEqual(['x.ts:1']);
    expect(beliebige(quelle)).toEqual(['x.ts']);
  });
});

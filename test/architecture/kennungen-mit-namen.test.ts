import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const WURZEL = fileURLToPath(new URL('../../', import.meta.url));
const HAUS = '{domain,workflows,activities,worker,api,web,db,ops}/**/*.ts';

/** Names under which a plain string is an id. */
const KENNUNG = /(?:Id|^id|^(?:person|fall|team|akteur|fm|pap|wer|mitarbeitende|vorgang|erbringer))$/u;

const istKennung = ({ name, type }: ts.ParameterDeclaration): boolean =>
  ts.isIdentifier(name) && KENNUNG.test(name.text) && type?.kind === ts.SyntaxKind.StringKeyword;

/** Functions that take more than one id by position, as `datei: parameters`. */
function verwechselbare(datei: string, text: string): string[] {
  const funde: string[] = [];
  const besuche = (knoten: ts.Node): void => {
    if (ts.isFunctionLike(knoten)) {
      const kennungen = knoten.parameters.filter(istKennung).map(({ name }) => name.getText());
      if (kennungen.length > 1) funde.push(`${datei}: ${kennungen.join(', ')}`);
    }
    ts.forEachChild(knoten, besuche);
  };
  besuche(ts.createSourceFile(datei, text, ts.ScriptTarget.Latest, true));
  return funde;
}

describe('Kennungen gehen mit Namen von Hand zu Hand (ADR 46)', () => {
  it('keine Funktion nimmt zwei Kennungen der Reihe nach', () => {
    const dateien = globSync(HAUS, { cwd: WURZEL });
    expect(dateien.length).toBeGreaterThan(400);
    expect(
      dateien.flatMap((datei) => verwechselbare(datei, readFileSync(`${WURZEL}${datei}`, 'utf8'))),
    ).toEqual([]);
  });

  it('eine, die es täte, fällt auf', () => {
    const text = 'export const gib = (personId: string, papId: string): void => undefined;';
    expect(verwechselbare('x.ts', text)).toEqual(['x.ts: personId, papId']);
  });
});

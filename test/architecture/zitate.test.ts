import { describe, expect, it } from 'vitest';
import {
  abschnitteVon,
  ankerVon,
  ladeKatalog,
  ladeQuellen,
  quelleAus,
  unaufgeloest,
} from '../support/zitate.ts';

// The planted citations are put together, so that the search over this file does not find them.
const planted = (vorn: string, hinten: string | number): string => `${vorn}${String(hinten)}`;

/** What looks like a citation and is none, with the reason. */
const AUSNAHMEN: readonly { readonly datei: string; readonly zitat: string; readonly grund: string }[] = [
  {
    datei: 'test/api/eingaben.test.ts',
    zitat: planted('CAL-', 'X'),
    grund: 'eine Regel, die es nicht geben darf',
  },
  {
    datei: 'test/tools/frist-cli.test.ts',
    zitat: planted('CAL-', 'X'),
    grund: 'eine Regel, die es nicht geben darf',
  },
  ...['00', '99'].map((nummer) => ({
    datei: 'test/api/eingaben.test.ts',
    zitat: planted('V-', nummer),
    grund: 'eine Regel, die es nicht gibt',
  })),
  {
    datei: 'tools/kennungen/fundstellen.ts',
    zitat: planted('T', '-041'),
    grund: 'zeigt, was keine Kennung ist',
  },
];

const katalog = ladeKatalog();
const offen = ladeQuellen().flatMap((quelle) =>
  unaufgeloest(quelle, katalog).map((zitat) => ({ datei: quelle.datei, zitat })),
);
const istAusnahme = (eines: { datei: string; zitat: string }): boolean =>
  AUSNAHMEN.some(({ datei, zitat }) => datei === eines.datei && zitat === eines.zitat);

describe('Zitate in Code, Tests und Dokumenten', () => {
  it('führen alle zu einer Stelle in diesem Repository', () => {
    expect(offen.filter((eines) => !istAusnahme(eines)).map((e) => `${e.datei}: ${e.zitat}`)).toEqual([]);
  });

  it('keine Ausnahme bleibt stehen, die niemand mehr braucht', () => {
    const unnoetig = AUSNAHMEN.filter((a) => !offen.some((o) => o.datei === a.datei && o.zitat === a.zitat));
    expect(unnoetig).toEqual([]);
  });
});

describe('die Suche findet, was ins Leere führt', () => {
  it.each([
    ['eine Regel', planted('V-', 99)],
    ['eine Regel mit zu wenigen Stellen', planted('V-', 5)],
    ['eine Frist', planted('T-', 99)],
    ['einen Übergang', planted('TR', 99)],
    ['einen Parameter', planted('POL-', 'GIBTSNICHT')],
    ['eine Rolle', planted('R', 99)],
    ['eine Entität', planted('E', 99)],
    ['einen Zustand', planted('S', 99)],
    ['ein Ziel', planted('S', 0)],
    ['eine Auslegung', planted('A-', 99)],
    ['eine Anforderung des Datenschutzes', planted('DS-', 99)],
    ['eine Geschichte', planted('AC-', 99)],
    ['eine Kennzahl', planted('K-', 99)],
    ['eine Rechenregel', planted('CAL-', 'Q')],
    ['einen Nachweis', planted('X-', 99)],
    ['ein Dokument', planted('05-rules', '.md')],
    ['einen Abschnitt', planted('architecture.md ', 99)],
    ['einen Punkt', planted('architecture.md ', '3.99')],
    ['eine Spezifikation, die nicht hier liegt', planted('spec ', '4.0')],
    ['dieselbe auf Deutsch', planted('der ', 'Spezifikation')],
  ])('%s: %s', (_, zitat) => {
    const quelle = quelleAus(
      'erfunden.ts',
      `/** Was hier steht (${zitat}). */\nexport const nichts = null;\n`,
    );
    expect(unaufgeloest(quelle, katalog)).toEqual([zitat]);
  });

  it('und nicht, was es gibt oder nur so aussieht', () => {
    const text = `/** V-54, T-07 (technik.md 1.2, architecture.md 3.5); S1, R08, X7. */\nconst T1 = 'R99', ascii = 'E0';\n`;
    expect(unaufgeloest(quelleAus('erfunden.ts', text), katalog)).toEqual([]);
  });

  it('liest Anker, Überschriften und Punkte einer Liste', () => {
    const text = '## 3. Weg\n\n1. eins\n2. zwei\n\n### TR14 Übernahme\n\n<a id="v-54"></a>V-54\n';
    expect(ankerVon(text)).toEqual(['v-54', 'tr14']);
    expect([...abschnitteVon(text)]).toEqual(['3', '3.1', '3.2']);
  });
});

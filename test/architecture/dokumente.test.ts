import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const WURZEL = path.join(import.meta.dirname, '../..');
const lies = (datei: string): string => readFileSync(path.join(WURZEL, datei), 'utf8');
const dateien = (ordner: string, endung: string): string[] =>
  readdirSync(path.join(WURZEL, ordner), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(endung))
    .map((name) => path.join(ordner, name));

const dokumente = [
  ...readdirSync(WURZEL).filter((name) => name.endsWith('.md')),
  ...dateien('docs', '.md'),
].sort();
const entscheidungen = dateien('docs/adr', '.md').sort();

/** Code between fences is not prose and holds no links. */
const prosa = (datei: string): string => lies(datei).replaceAll(/^```[\s\S]*?^```/gm, '');

/** The anchor a heading gets; cells of tables have theirs written down. */
const anker = (ueberschrift: string): string =>
  ueberschrift
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

function hatAnker(datei: string, gesucht: string): boolean {
  if (lies(datei).includes(`<a id="${gesucht}"></a>`)) return true;
  const ueberschriften = [...prosa(datei).matchAll(/^#+ (.+)$/gm)].map(([, titel = '']) => anker(titel));
  return ueberschriften.includes(gesucht);
}

/** Relative links of a document that lead nowhere. */
function toteLinks(datei: string): string[] {
  const links = [...prosa(datei).matchAll(/\]\(([^)\s]+)\)/g)].map(([, ziel = '']) => ziel);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [ort = '', stelle] = link.split('#');
    const ziel = ort === '' ? datei : path.join(path.dirname(datei), ort);
    if (!existsSync(path.join(WURZEL, ziel))) return true;
    return stelle !== undefined && !hatAnker(ziel, stelle);
  });
}

/** Identifiers of the glossary, each with its term. */
function begriffe(): { begriff: string; kennung: string }[] {
  return lies('docs/glossary.md')
    .split('\n')
    .map((zeile) => zeile.split('|').map((zelle) => zelle.trim()))
    .filter((zellen) => zellen.length >= 7)
    .flatMap(([, begriff = '', kennungen = '']) =>
      [...kennungen.matchAll(/`([^`]+)`/g)].map(([, kennung = '']) => ({ begriff, kennung })),
    );
}

describe('Dokumente', () => {
  it.each(dokumente)('%s: jeder Verweis auf eine Datei oder Überschrift führt zum Ziel', (datei) => {
    expect(toteLinks(datei)).toEqual([]);
  });

  it('die README zeigt den ersten Fall in genau fünf curl-Zeilen', () => {
    const abschnitt =
      lies('README.md').split('## Your first case in five curl lines')[1]?.split('\n## ')[0] ?? '';
    const bloecke = [...abschnitt.matchAll(/^```bash\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
    const zeilen = bloecke.flatMap((block) => block.trim().split('\n'));
    expect(zeilen.filter((zeile) => zeile.includes('curl'))).toHaveLength(5);
  });
});

describe('Glossar', () => {
  it('jede Kennung gibt es im Code', () => {
    const ordner = ['domain', 'workflows', 'activities', 'api', 'db', 'worker', 'ops', 'tools'];
    const code = ordner.flatMap((name) => dateien(name, '.ts').map(lies)).join('\n');
    const fehlend = begriffe().filter(({ kennung }) => {
      const muster = kennung.replaceAll(/[-/]/g, String.raw`\$&`);
      return !new RegExp(String.raw`(?<![\w-])${muster}(?![\w])`).test(code);
    });
    expect(begriffe().length).toBeGreaterThan(100);
    expect(fehlend).toEqual([]);
  });

  it('kein Begriff steht zweimal', () => {
    const namen = [...new Set(begriffe().map(({ begriff, kennung }) => `${begriff}/${kennung}`))];
    expect(begriffe()).toHaveLength(namen.length);
  });
});

/** One word of the house: its identifiers, and the files that may declare a type of its bare name. */
type Hauswort = {
  readonly wort: string;
  readonly kennungen: readonly string[];
  readonly orte: readonly string[];
};

function hauswoerter(): Hauswort[] {
  const abschnitt = lies('docs/glossary.md').split('## Words of the house')[1]?.split('\n## ')[0] ?? '';
  return abschnitt
    .split('\n')
    .map((zeile) => zeile.split('|').map((zelle) => zelle.trim()))
    .filter((zellen) => zellen.length === 7 && zellen[2]?.startsWith('`'))
    .map(([, wort = '', kennungen = '', orte = '']) => ({
      wort,
      kennungen: [...kennungen.matchAll(/`([^`]+)`/g)].map(([, kennung = '']) => kennung),
      orte: [...orte.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, ort = '']) => ort),
    }));
}

describe('Wörter des Hauses', () => {
  const CODE = [
    'domain',
    'workflows',
    'activities',
    'api',
    'db',
    'worker',
    'ops',
    'tools',
    'transport',
    'log',
  ];
  const code = CODE.flatMap((name) => dateien(name, '.ts')).map((datei) => ({ datei, text: lies(datei) }));
  const mit = (muster: RegExp): string[] => code.filter(({ text }) => muster.test(text)).map((c) => c.datei);

  it('das Glossar nennt sie alle, und jede Kennung gibt es im Code', () => {
    const woerter = hauswoerter();
    expect(woerter.map(({ wort }) => wort)).toEqual([
      'Vorgang',
      'Umgebung',
      'Lauf',
      'Kopf',
      'Lage',
      'Ausgang',
      'Zugang',
      'Env',
    ]);
    const alle = woerter.flatMap(({ kennungen }) => kennungen);
    expect(alle.filter((kennung) => mit(new RegExp(`\\b${kennung}\\b`)).length === 0)).toEqual([]);
  });

  it.each(hauswoerter())('$wort: kein zweiter Typ dieses Namens', ({ wort, orte }) => {
    const typen = mit(new RegExp(`\\b(?:type|interface|class) ${wort}\\b(?:<[^=]*>)? [={]`));
    expect(typen.filter((datei) => !orte.includes(datei))).toEqual([]);
  });

  it('jeder Ort, den das Glossar nennt, hat eine der Kennungen', () => {
    const leer = hauswoerter().flatMap(({ wort, kennungen, orte }) =>
      orte.filter((ort) => !new RegExp(`\\b(?:${[wort, ...kennungen].join('|')})\\b`).test(lies(ort))),
    );
    expect(leer).toEqual([]);
  });

  it('aufgegebene Wörter kommen nicht wieder', () => {
    // E04, E06 use the word of the sources.
    expect(mit(/(?<!familiaeres_)umfeld(?!_informell)/i)).toEqual([]);
    expect(mit(/process\.env[^;\n]*umgebung|umgebung\??: NodeJS\.ProcessEnv/)).toEqual([]);
    expect(mit(/\bkopf\??: (?:Record|IncomingHttpHeaders|Readonly<Record)/)).toEqual([]);
  });
});

describe('Entscheidungen', () => {
  it.each(entscheidungen)('%s: Nummer im Titel, datierter Status, die drei Teile', (datei) => {
    const nummer = Number(path.basename(datei).slice(0, 4));
    const [titel = '', leer, ...rest] = lies(datei).split('\n');
    expect(titel).toMatch(new RegExp(`^# ${nummer}\\. \\S`));
    expect(leer).toBe('');
    expect(rest[0]).toMatch(/^- \d{4}-\d{2}-\d{2}: (proposed|accepted|superseded by \[)/);
    expect(rest.filter((zeile) => zeile.startsWith('## '))).toEqual([
      '## Context',
      '## Decision',
      '## Consequences',
    ]);
  });

  it('keine Nummer ist doppelt oder ausgelassen', () => {
    const nummern = entscheidungen.map((datei) => Number(path.basename(datei).slice(0, 4)));
    expect(nummern).toEqual(nummern.map((_, stelle) => stelle + 1));
  });
});

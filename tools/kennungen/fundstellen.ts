import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const WURZEL = fileURLToPath(new URL('../../', import.meta.url));

/** Code in the order in which it decides: the rules first, what lets them act after them. */
const CODE = [
  'domain/*/decide/**/*.ts',
  'domain/*/pflichten/*.ts',
  'domain/**/*.ts',
  'api/**/*.ts',
  'db/**/*.ts',
  'workflows/**/*.ts',
  'activities/**/*.ts',
];
/** Lists of all ids name every one of them and decide none. */
const VERZEICHNISSE = [
  'domain/kennungen.ts',
  'domain/fall/bezeichnungen.ts',
  'domain/pflicht/katalog/*.ts',
  'domain/fall/uebergaenge/*.ts',
];
const PROBEN = ['test/szenarien/*.yaml', 'test/**/*.test.ts'];

/** The text of a file in which ids may stand. */
type Quelle = { readonly datei: string; readonly text: string };

async function lies(muster: readonly string[]): Promise<Quelle[]> {
  const dateien = new Set(muster.flatMap((eines) => globSync(eines, { cwd: WURZEL }).sort()));
  for (const verzeichnis of VERZEICHNISSE.flatMap((eines) => globSync(eines, { cwd: WURZEL }))) {
    dateien.delete(verzeichnis);
  }
  return Promise.all(
    [...dateien].map(async (datei) => ({
      datei: datei.split(path.sep).join('/'),
      text: await readFile(path.join(WURZEL, datei), 'utf8'),
    })),
  );
}

/** Where an id is decided and where it is proved, best place first. */
export type Fundstellen = { readonly code: readonly string[]; readonly proben: readonly string[] };

function sucher(quellen: readonly Quelle[]): (id: string) => string[] {
  return (id) => {
    // T-04 is not in "T-041", X1 not in X10, POL-HB not in POL-HB-X.
    const wort = new RegExp(`(?<![\\w-])${id}(?![\\w]|-\\w)`, 'u');
    const bereich = bereichMit(id);
    return quellen.filter(({ text }) => wort.test(text) || bereich(text)).map(({ datei }) => datei);
  };
}

/** "T-24 to T-26" and "V-36–V-41" name every id between them. */
function bereichMit(id: string): (text: string) => boolean {
  const teile = /^([A-Z]+-?)(\d+)$/u.exec(id);
  if (teile === null) return () => false;
  const [, vor = '', zahl = ''] = teile;
  const muster = new RegExp(`(?<![\\w-])${vor}(\\d+)(?: (?:to|bis) |–)${vor}(\\d+)`, 'gu');
  return (text) =>
    [...text.matchAll(muster)].some(([, von = '', bis = '']) => +von <= +zahl && +zahl <= +bis);
}

/** Reads code and tests once. A file named after the id goes before one that mentions it. */
export async function fundstellen(): Promise<(id: string) => Fundstellen> {
  const [code, proben] = [sucher(await lies(CODE)), sucher(await lies(PROBEN))];
  const benannt = (id: string, datei: string): number => (path.basename(datei).startsWith(id) ? 0 : 1);
  return (id) => ({
    code: code(id),
    proben: proben(id).sort((a, b) => benannt(id, a) - benannt(id, b)),
  });
}

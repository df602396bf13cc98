/**
 * Keeps what a release needs to run cases, as one file: `node tools/historien/ausgabe.ts COMMIT FOLDER TARGET`. Tests begin
 * cases with it and let today's release lead them on; in the repository, because a clone need not hold the old commits.
 * FOLDER is where that release kept its test bench; what is kept is never written again.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [, , commit = '', haus = '', ziel = ''] = process.argv;

const git = (...argumente: readonly string[]): string =>
  execFileSync('git', argumente, { encoding: 'utf8', maxBuffer: 1 << 26 });
const vorhandene = new Set(git('ls-tree', '-r', '--name-only', commit).trim().split('\n'));

/** What is read or bundled by its name, without an import that leads to it. */
const OHNE_IMPORT = [
  'package.json',
  'workflows/index.ts',
  'workflows/waechter.ts',
  'temporal/fehlerform.ts',
  'db/migrate.ts',
  ...[...vorhandene].filter((datei) => /^db\/migrations\/(\w+\.sql|meta\/_journal\.json)$/u.test(datei)),
];

/** A module at run time; types are stripped. */
const IMPORT =
  /^(?:import|export)(?! type\b)[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'|import\('(\.[^']+)'\)/gmu;

const dateien: Record<string, string> = {};
const offen = [`${haus}/stand.ts`, `${haus}/befehle.ts`, ...OHNE_IMPORT];
for (let datei = offen.pop(); datei !== undefined; datei = offen.pop()) {
  if (datei in dateien || !vorhandene.has(datei)) continue;
  const text = git('show', `${commit}:${datei}`);
  dateien[datei] = text;
  if (!datei.endsWith('.ts')) continue;
  const ordner = path.posix.dirname(datei);
  for (const [, von, blank, spaeter] of text.matchAll(IMPORT))
    offen.push(path.posix.join(ordner, von ?? blank ?? spaeter ?? ''));
}

if (existsSync(ziel)) throw new Error(`${ziel} gibt es schon`);
const sortiert = Object.fromEntries(Object.entries(dateien).sort(([a], [b]) => (a < b ? -1 : 1)));
const json = JSON.stringify({ commit: git('rev-parse', commit).trim(), haus, dateien: sortiert });
const parameter = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
writeFileSync(ziel, brotliCompressSync(json, { params: parameter }));
console.log(`${ziel}: ${String(Object.keys(dateien).length)} Dateien`);

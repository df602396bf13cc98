/**
 * Generates the clients other programs would use, in TypeScript and Python, compiles both and reads cases with both from
 * the Lotse that `npm start` runs: `npm run klienten`. Python 3.11 with `venv` is needed; the generator comes from PyPI.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import createClient from 'openapi-fetch';
import openapiTS, { astToString } from 'openapi-typescript';
import { alsProgramm, BedienFehler } from '../../ops/bedienfehler.ts';
import { holeToken } from '../token/hole-token.ts';
import { klagen } from './uebersetze.ts';

const rufe = promisify(execFile);
const BESCHREIBUNG = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));
const ERZEUGER = 'openapi-python-client==0.29.1';
const API = process.env['LOTSE_ADRESSE'] ?? 'http://127.0.0.1:7400';
const ISSUER = process.env['OIDC_ISSUER'] ?? 'http://127.0.0.1:7410';

/** The part of the generated types that this program uses, as it reads them. */
type Wege = {
  '/api/v1/faelle': {
    get: { responses: { 200: { content: { 'application/json': { gesamt: number } } } } };
  };
};

async function mitTypescript(token: string): Promise<string> {
  const typen = astToString(await openapiTS(await readFile(BESCHREIBUNG, 'utf8')));
  const gefunden = klagen({ 'typen.ts': typen });
  if (gefunden.length > 0)
    throw new BedienFehler(
      `Der Client in TypeScript übersetzt nicht: ${gefunden.join('; ')}`,
      'Sehen Sie nach.',
    );
  const client = createClient<Wege>({ baseUrl: API, headers: { Authorization: `Bearer ${token}` } });
  const { data, response } = await client.GET('/api/v1/faelle');
  if (data === undefined)
    throw new BedienFehler(`Die API antwortet mit ${String(response.status)}.`, 'Läuft `npm start`?');
  return `TypeScript: übersetzt, liest ${String(data.gesamt)} Fälle.`;
}

const LESEN = `
import sys
from lotse_client import AuthenticatedClient
from lotse_client.api.fall import meine_faelle
client = AuthenticatedClient(base_url=sys.argv[1], token=sys.argv[2])
antwort = meine_faelle.sync(client=client)
print(antwort.gesamt)
`;

async function mitPython(token: string): Promise<string> {
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-klient-'));
  await rufe('python3', ['-m', 'venv', 'umgebung'], { cwd: ordner });
  const python = path.join(ordner, 'umgebung/bin/python');
  await rufe(python, ['-m', 'pip', 'install', '--quiet', ERZEUGER, 'mypy==1.18.2'], { cwd: ordner });
  const befehl = path.join(ordner, 'umgebung/bin/openapi-python-client');
  const { stdout } = await rufe(
    befehl,
    ['generate', '--meta', 'none', '--output-path', 'lotse_client', '--path', BESCHREIBUNG],
    { cwd: ordner },
  );
  const ausgelassen = [...stdout.matchAll(/^Skipping .+$/gmu)]
    .map(String)
    .filter((zeile) => !zeile.includes('Integration'));
  if (ausgelassen.length > 0)
    throw new BedienFehler(`Der Erzeuger lässt aus: ${ausgelassen.join('; ')}`, 'Sehen Sie nach.');
  await rufe(python, ['-m', 'compileall', '-q', 'lotse_client'], { cwd: ordner });
  await writeFile(path.join(ordner, 'lesen.py'), LESEN);
  const gelesen = await rufe(python, ['lesen.py', API, token], { cwd: ordner });
  return `Python: übersetzt, liest ${gelesen.stdout.trim()} Fälle.`;
}

await alsProgramm(async () => {
  const token = await holeToken(ISSUER, 'fm');
  console.log(await mitTypescript(token));
  console.log(await mitPython(token));
});

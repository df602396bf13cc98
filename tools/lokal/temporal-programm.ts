import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { cacheOrdner, legeAb } from './ablage.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { stumm, type Melder } from './melder.ts';
import { fuehreAus } from './prozess.ts';

/** Temporal CLI with server 1.31.2 and UI 2.50.1; the version temporal-cli/go.mod names. */
const version = '1.8.2';
const mindestGo = [1, 26] as const;
const quelle = path.join(import.meta.dirname, 'temporal-cli');

/**
 * Path of a `temporal` program that can start a development server.
 * Order: on PATH, in the cache, the SDK's download where the network allows it, a build with Go.
 * @throws BedienFehler when nothing of this works
 */
export async function findeTemporal(melde: Melder = stumm): Promise<string> {
  if (antwortet('temporal', ['--version'])) return 'temporal';
  const name = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
  const ziel = path.join(cacheOrdner(), `temporal-${version}-${process.platform}-${process.arch}`);
  await legeAb(
    ziel,
    async (entwurf) => {
      const programm = path.join(entwurf, name);
      if (!(await ladeHerunter(programm, melde))) await baue(programm, melde);
    },
    melde,
  );
  return path.join(ziel, name);
}

function antwortet(befehl: string, args: string[]): boolean {
  try {
    execFileSync(befehl, args, { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

/** Asks first, briefly, whether the download is reachable: the SDK itself would wait without limit. */
async function ladeHerunter(programm: string, melde: Melder): Promise<boolean> {
  if (!(await downloadErreichbar())) return false;
  melde(`Temporal ${version} wird heruntergeladen.`);
  const downloadDir = path.join(path.dirname(programm), 'download');
  await mkdir(downloadDir);
  const executable = { type: 'cached-download', version: `v${version}`, downloadDir } as const;
  try {
    await (await TestWorkflowEnvironment.createLocal({ server: { executable } })).teardown();
  } catch {
    // The SDK downloads and starts in one step; a slow first start may fail although the program is there.
  }
  const datei = (await readdir(downloadDir)).find((eintrag) => !eintrag.endsWith('.downloading'));
  if (datei === undefined || !antwortet(path.join(downloadDir, datei), ['--version'])) return false;
  await rename(path.join(downloadDir, datei), programm);
  return true;
}

async function downloadErreichbar(): Promise<boolean> {
  const architektur = process.arch === 'x64' ? 'amd64' : process.arch;
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const frage = `https://temporal.download/cli/v${version}?arch=${architektur}&platform=${system}`;
  try {
    return (await fetch(frage, { signal: AbortSignal.timeout(4_000) })).ok;
  } catch {
    return false;
  }
}

async function baue(programm: string, melde: Melder): Promise<void> {
  pruefeGo();
  melde(`Temporal ${version} wird mit Go gebaut (einmalig, etwa 5 Minuten auf 2 Kernen).`);
  const modul = path.join(path.dirname(programm), 'modul');
  await mkdir(modul);
  for (const datei of ['go.mod', 'go.sum']) await copyFile(path.join(quelle, datei), path.join(modul, datei));
  const kennung = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${version}`;
  try {
    await fuehreAus({
      befehl: 'go',
      args: [
        'build',
        '-mod=mod',
        '-o',
        programm,
        '-ldflags',
        kennung,
        'github.com/temporalio/cli/cmd/temporal',
      ],
      cwd: modul,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
      was: 'Temporal wird gebaut',
      hinweis: 'beim ersten Mal etwa 5 Minuten',
      melde,
    });
  } catch (cause) {
    throw new BedienFehler(
      `Temporal ließ sich nicht bauen: ${letzteZeile(cause)}`,
      'Prüfen Sie den Zugang zum Go-Modul-Proxy (GOPROXY) oder nennen Sie mit TEMPORAL_ADDRESS einen laufenden Server.',
      { cause },
    );
  }
  await chmod(programm, 0o755);
}

function letzteZeile(fehler: unknown): string {
  const zeilen = fehler instanceof Error ? fehler.message.trim().split('\n') : [];
  return `${zeilen.at(-1) ?? 'unbekannter Grund'}.`;
}

function pruefeGo(): void {
  const gefunden = goVersion();
  const [haupt, neben] = mindestGo;
  const zuAlt =
    gefunden === undefined || gefunden[0] < haupt || (gefunden[0] === haupt && gefunden[1] < neben);
  if (!zuAlt) return;
  const befund = gefunden === undefined ? 'Go fehlt' : `Go ${gefunden.join('.')} ist zu alt`;
  throw new BedienFehler(
    `Es gibt kein Programm \`temporal\`, der Download ist nicht erreichbar, und ${befund}.`,
    `Installieren Sie Go ab ${mindestGo.join('.')} oder die Temporal CLI, oder nennen Sie mit TEMPORAL_ADDRESS einen Server.`,
  );
}

function goVersion(): [number, number] | undefined {
  try {
    // GOTOOLCHAIN=local: the question is what is installed, not what Go could fetch.
    const env = { ...process.env, GOTOOLCHAIN: 'local' };
    const treffer = /go(\d+)\.(\d+)/.exec(execFileSync('go', ['version'], { encoding: 'utf8', env }));
    return treffer === null ? undefined : [Number(treffer[1]), Number(treffer[2])];
  } catch {
    return undefined;
  }
}

import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { Client } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import type { Temporalserver } from '../../tools/probehaus/stand.ts';
import { WURZEL } from './mutant.ts';

/** A command as a release of before gives it. */
export type AlterBefehl = Readonly<Record<string, unknown>> & { readonly befehl: string };

/** What a release of before is asked for; its modules bear the names of today. */
export type AlteAusgabe = {
  readonly migriere: (url: string) => Promise<void>;
  readonly baueStand: (o: { temporal: Temporalserver; databaseUrl: string }) => Promise<{
    readonly db: unknown;
    readonly client: Client;
    readonly activities: unknown;
    readonly beende: () => Promise<void>;
  }>;
  readonly erzeugeWorker: (mittel: object) => Promise<Worker>;
  readonly eroeffne: (client: Client, fallId: string, befehl: AlterBefehl) => Promise<unknown>;
  readonly sende: (client: Client, fallId: string, befehl: AlterBefehl) => Promise<unknown>;
  readonly legePersonalAn: (db: unknown) => Promise<void>;
  readonly legePersonAn: (db: unknown, marke: string) => Promise<string>;
  readonly kopf: (at: string, wer: 'pap' | 'fm' | 'tl', felder?: readonly string[]) => object;
  readonly vormerkung: (
    at: string,
    personId: string,
    fallnummer: string,
  ) => AlterBefehl & { gruendung: object };
  readonly BIS_FALLZUGANG: readonly ((at: string) => AlterBefehl)[];
  readonly GEEIGNET: object;
};

type Abbild = {
  readonly haus: string;
  readonly dateien: Readonly<Record<string, string>>;
};

/** Unpacks what `tools/historien/ausgabe.ts` kept, with the packages of today: both releases name the same ones. */
async function packeAus(datei: string): Promise<{ readonly ordner: string; readonly haus: string }> {
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-ausgabe-'));
  const { haus, dateien } = JSON.parse(
    brotliDecompressSync(await readFile(path.join(WURZEL, datei))).toString(),
  ) as Abbild;
  for (const [name, text] of Object.entries(dateien)) {
    const ziel = path.join(ordner, name);
    await mkdir(path.dirname(ziel), { recursive: true });
    await writeFile(ziel, text);
  }
  await symlink(path.join(WURZEL, 'node_modules'), path.join(ordner, 'node_modules'));
  return { ordner, haus };
}

/** A release of before, ready to run cases in this process. */
export async function ladeAusgabe(datei: string): Promise<AlteAusgabe> {
  const { ordner, haus } = await packeAus(datei);
  const teile = [
    'db/migrate.ts',
    'worker/erzeuge-worker.ts',
    `${haus}/stand.ts`,
    `${haus}/stammdaten.ts`,
    `${haus}/befehle.ts`,
  ];
  const module: object[] = [];
  for (const teil of teile)
    module.push((await import(pathToFileURL(path.join(ordner, teil)).href)) as object);
  return Object.assign({}, ...module) as AlteAusgabe;
}

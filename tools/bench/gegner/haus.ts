import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { oeffneDatenbank, type Datenbank } from '../../../db/client.ts';
import { freiePorts } from '../../lokal/ports.ts';
import { startePostgres } from '../../lokal/postgres.ts';
import { beende } from '../../lokal/prozess.ts';
import { legePersonalAn } from '../../probehaus/stammdaten.ts';
import { ladeEinstellungen } from '../../start/einstellungen.ts';

const WURZEL = path.resolve(import.meta.dirname, '../../..');
/** Whoever measures asks faster than people do. */
const OHNE_SCHRANKE = {
  LOTSE_ANFRAGEN_JE_KONTO: '1000000',
  LOTSE_ANFRAGEN_AUFWENDIG: '1000000',
  LOTSE_ANFRAGEN_JE_ADRESSE: '1000000',
};

/** Lotse and the contender, each with a worker and an API of its own, on one PostgreSQL, one Temporal and one identity provider. */
export type Gegnerhaus = {
  readonly lotse: string;
  readonly gegner: string;
  readonly issuer: string;
  readonly temporal: string;
  readonly db: Datenbank;
  readonly beende: () => Promise<void>;
};

/** Starts a program and waits until it says so. @throws with what it said when it ends instead */
async function starte(programm: string, env: NodeJS.ProcessEnv, bereit: string): Promise<ChildProcess> {
  const kind = spawn(process.execPath, [programm], { cwd: WURZEL, env });
  let text = '';
  await new Promise<void>((fertig, gescheitert) => {
    for (const strom of [kind.stdout, kind.stderr])
      strom.on('data', (stueck: Buffer) => {
        text += stueck.toString();
        if (text.includes(bereit)) fertig();
      });
    kind.once('exit', () => {
      gescheitert(new Error(`${programm} hat sich beendet:\n${text.slice(-2_000)}`));
    });
  });
  return kind;
}

/** The two tables somebody needs who writes it by hand, and the claims of keys. */
async function legeTafelnAn(url: string): Promise<string> {
  const eigene = Object.assign(new URL(url), { pathname: '/gegner' }).toString();
  const verwalter = postgres(url, { max: 1 });
  await verwalter`create database gegner`;
  await verwalter.end();
  const sql = postgres(eigene, { max: 1 });
  await sql`create table anspruch (schluessel uuid primary key, fall_id uuid not null)`;
  await sql`create table fall (id uuid primary key, sequenz int not null default 1, stand text not null)`;
  await sql`create table ereignis (id bigint generated always as identity primary key, fall_id uuid not null,
    schluessel uuid not null unique, inhalt text not null)`;
  await sql.end();
  return eigene;
}

async function startenv(ordner: string, besitzer: string): Promise<Record<string, string>> {
  const [api, anmeldung, smtp, mails, datenbank, temporal, ui] = (await freiePorts(7)).map(String);
  return {
    ...OHNE_SCHRANKE,
    ...{ LOTSE_DEMO: 'ja', LOTSE_DATEN: path.join(ordner, 'daten'), DATABASE_MIGRATION_URL: besitzer },
    ...{ LOTSE_PORT_API: api ?? '', LOTSE_PORT_ANMELDUNG: anmeldung ?? '', LOTSE_PORT_SMTP: smtp ?? '' },
    ...{ LOTSE_PORT_MAILS: mails ?? '', LOTSE_PORT_POSTGRES: datenbank ?? '' },
    ...{ LOTSE_PORT_TEMPORAL: temporal ?? '', LOTSE_PORT_TEMPORAL_UI: ui ?? '' },
  };
}

/** Processes apart, as they would run in an office; production settings of PostgreSQL. */
export async function baueGegnerhaus(): Promise<Gegnerhaus> {
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-gegner-'));
  const datenbank = await startePostgres({
    datenordner: await mkdtemp(path.join(tmpdir(), 'lotse-gegner-db-')),
  });
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...(await startenv(ordner, datenbank.url)) };
  const werte = ladeEinstellungen(env);
  const lotse = await starte('tools/start/main.ts', env, 'Lotse ist bereit');
  const db = oeffneDatenbank(datenbank.url, 5);
  await legePersonalAn(db);
  const issuer = `http://127.0.0.1:${String(werte.LOTSE_PORT_ANMELDUNG)}`;
  const [port = 0] = await freiePorts(1);
  const temporal = `127.0.0.1:${String(werte.LOTSE_PORT_TEMPORAL)}`;
  const gegnerenv = {
    ...{ PATH, HOME, TEMPORAL_ADDRESS: temporal, DATABASE_URL: await legeTafelnAn(datenbank.url) },
    ...{ OIDC_ISSUER: issuer, OIDC_AUDIENCE: werte.OIDC_AUDIENCE, PORT: String(port) },
  };
  const worker = await starte('tools/bench/gegner/worker-main.ts', gegnerenv, 'bereit');
  const api = await starte('tools/bench/gegner/api-main.ts', gegnerenv, 'bereit');
  return {
    ...{ issuer, temporal, db },
    lotse: `http://127.0.0.1:${String(werte.LOTSE_PORT_API)}/api/v1`,
    gegner: `http://127.0.0.1:${String(port)}`,
    beende: async () => {
      await db.schliesse();
      for (const kind of [api, worker]) await beende(kind, ['SIGTERM', 'SIGKILL'], 5_000);
      await beende(lotse, ['SIGINT', 'SIGKILL'], 60_000);
      await datenbank.stop();
      await rm(ordner, { recursive: true, force: true });
    },
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as warte } from 'node:timers/promises';
import postgres from 'postgres';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { stumm, type Melder } from './melder.ts';
import { freierPort, pruefePort } from './ports.ts';
import { postgresBenutzer } from './postgres-benutzer.ts';
import { beiseite, bereiteOrdnerVor, type Datenordner } from './postgres-ordner.ts';
import { findePostgres } from './postgres-programme.ts';
import { leseStand, loeseVorgaengerAb } from './postgres-vorgaenger.ts';
import { beende, ende, istBeendet } from './prozess.ts';

export type PostgresOptionen = {
  /** Created when missing, reused otherwise; holds the cluster, its password and its log. */
  datenordner: string;
  /** A free one when not given. */
  port?: number;
  melde?: Melder;
  /** For tests: no flushing to disk, and the folder is deleted on stop. */
  fluechtig?: boolean;
  /** More settings of the server, `name=wert`. */
  einstellungen?: readonly string[];
};

export type LaufendesPostgres = {
  /** Connection string of the database `lotse`, with the superuser of this cluster. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when the server has ended, whoever ended it. */
  ende: Promise<void>;
  /** Open transactions are rolled back, then the server ends with everything on disk. */
  stop: () => Promise<void>;
  /** SIGKILL without warning, for tests of recovery. */
  toete: () => Promise<void>;
};

const startfristMs = 60_000;

/**
 * Starts PostgreSQL 18 on 127.0.0.1.
 * @throws BedienFehler for a port in use, a folder that cannot be used or a server that does not come up
 */
export async function startePostgres(optionen: PostgresOptionen): Promise<LaufendesPostgres> {
  const { melde = stumm, fluechtig = false, einstellungen = [] } = optionen;
  const benutzer = postgresBenutzer();
  const programme = await findePostgres(benutzer.uid !== undefined, melde);
  const ordner = await bereiteOrdnerVor(optionen.datenordner, { initdb: programme.initdb, benutzer, melde });
  await loeseVorgaengerAb(ordner, melde);
  const port = optionen.port ?? (await freierPort());
  await pruefePort(port, 'PostgreSQL', 'LOTSE_PORT_POSTGRES');

  const protokoll = openSync(ordner.protokoll, 'w', 0o600);
  const kind = spawn(
    programme.postgres,
    argumente(ordner.cluster, port, [...(fluechtig ? SCHNELL : []), ...einstellungen]),
    {
      ...benutzer,
      cwd: ordner.cluster,
      stdio: ['ignore', 'ignore', protokoll],
      // An own process group: Ctrl-C of the terminal must not end the database before its clients.
      detached: !fluechtig,
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    },
  );
  closeSync(protokoll);
  const beimEnde = (): void => void kind.kill(fluechtig ? 'SIGQUIT' : 'SIGINT');
  process.once('exit', beimEnde);
  const beendet = ende(kind).finally(() => process.off('exit', beimEnde));

  const pid = await warteAufBereit(kind, ordner);
  return {
    url: await legeDatenbankAn(port, ordner.passwort),
    port,
    pid,
    ende: beendet,
    stop: async () => {
      await beende(kind, fluechtig ? ['SIGQUIT', 'SIGKILL'] : ['SIGINT', 'SIGQUIT', 'SIGKILL'], 20_000);
      if (fluechtig) await rm(ordner.wurzel, { recursive: true, force: true });
    },
    toete: () => beende(kind, ['SIGKILL'], 10_000),
  };
}

const SCHNELL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

function argumente(cluster: string, port: number, weitere: readonly string[]): string[] {
  const fest = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'max_connections=200',
  ];
  return ['-D', cluster, '-p', String(port), ...[...fest, ...weitere].flatMap((wert) => ['-c', wert])];
}

async function warteAufBereit(kind: ChildProcess, ordner: Datenordner): Promise<number> {
  const bis = Date.now() + startfristMs;
  while (Date.now() < bis && !istBeendet(kind)) {
    const stand = await leseStand(ordner.cluster);
    if (stand?.bereit === true && stand.pid === kind.pid) return stand.pid;
    await warte(20);
  }
  await beende(kind, ['SIGINT', 'SIGKILL'], 5_000);
  const protokoll = await readFile(ordner.protokoll, 'utf8').catch(() => '');
  const grund =
    /^.*(?:FATAL|PANIC):\s*(.*)$/m.exec(protokoll)?.[1] ?? protokoll.trim().split('\n').at(-1) ?? '';
  throw new BedienFehler(
    `PostgreSQL startet auf ${ordner.wurzel} nicht (${grund}).`,
    beiseite(ordner.wurzel),
  );
}

async function legeDatenbankAn(port: number, passwort: string): Promise<string> {
  const url = (datenbank: string): string =>
    `postgres://postgres:${passwort}@127.0.0.1:${String(port)}/${datenbank}`;
  const sql = postgres(url('postgres'), { max: 1 });
  try {
    const vorhanden = await sql`select 1 from pg_database where datname = 'lotse'`;
    if (vorhanden.length === 0) await sql`create database lotse`;
  } finally {
    await sql.end();
  }
  return url('lotse');
}

import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { stumm, type Melder } from './melder.ts';
import { freierPort, pruefePort } from './ports.ts';
import { beende, ende, istBeendet } from './prozess.ts';
import { findeTemporal } from './temporal-programm.ts';
import { registriereSuchattribute, type Suchattribute } from './temporal-suchattribute.ts';

export type TemporalOptionen = {
  /** SQLite file of the server; without it everything is forgotten on stop. */
  dbDatei?: string;
  port?: number;
  uiPort?: number;
  /** Where the UI has payloads decoded. */
  codec?: string;
  /** Without the web UI. */
  headless?: boolean;
  /** Search attributes of the namespace, name to type (`Keyword`, `Bool`, …). */
  suchattribute?: Record<string, string>;
  namespace?: string;
  melde?: Melder;
};

export type LaufendesTemporal = {
  /** host:port of the gRPC frontend. */
  adresse: string;
  uiUrl: string | null;
  namespace: string;
  pid: number;
  /** Resolves when the server has ended, whoever ended it. */
  ende: Promise<void>;
  stop: () => Promise<void>;
  /** SIGKILL without warning, for tests of recovery. */
  toete: () => Promise<void>;
};

const startfristMs = 30_000;

/** Halves the time of an update with one activity (measured: p50 99.5 ms to 51 ms); one partition suits one worker. */
const dynamisch = [
  'frontend.enableServerVersionCheck=false',
  'history.transferProcessorMaxPollRPS=500',
  'history.timerProcessorMaxPollRPS=500',
  'history.visibilityProcessorMaxPollRPS=500',
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
];

/**
 * Starts a Temporal development server on 127.0.0.1 and waits until it answers.
 * @throws BedienFehler for a port in use, a database file it cannot open, or no answer within 30 s
 */
export async function starteTemporal(optionen: TemporalOptionen = {}): Promise<LaufendesTemporal> {
  const programm = await findeTemporal(optionen.melde ?? stumm);
  const namespace = optionen.namespace ?? 'default';
  const port = optionen.port ?? (await freierPort());
  const uiPort = optionen.headless === true ? null : (optionen.uiPort ?? (await freierPort()));
  await pruefePort(port, 'Temporal', 'LOTSE_PORT_TEMPORAL');
  if (uiPort !== null) await pruefePort(uiPort, 'die Temporal-Oberfläche', 'LOTSE_PORT_TEMPORAL_UI');

  const protokollordner = await ordnerFuerProtokoll(optionen.dbDatei);
  const protokoll = path.join(protokollordner, 'temporal.log');
  const ausgabe = openSync(protokoll, 'w', 0o600);
  const kind = spawn(programm, argumente({ ...optionen, port, uiPort, namespace }), {
    stdio: ['ignore', ausgabe, ausgabe],
    // An own process group: Ctrl-C of the terminal must not end the server before its workers.
    detached: optionen.dbDatei !== undefined,
  });
  closeSync(ausgabe);
  const beimEnde = (): void => void kind.kill('SIGTERM');
  process.once('exit', beimEnde);
  const beendet = ende(kind).finally(async () => {
    process.off('exit', beimEnde);
    if (optionen.dbDatei === undefined) await rm(protokollordner, { recursive: true, force: true });
  });

  const adresse = `127.0.0.1:${String(port)}`;
  const attribute = optionen.suchattribute ?? {};
  const pid = await warteAufAntwort(kind, { adresse, namespace, attribute, protokoll });
  return {
    adresse,
    uiUrl: uiPort === null ? null : `http://127.0.0.1:${String(uiPort)}`,
    namespace,
    pid,
    ende: beendet,
    stop: () => beende(kind, ['SIGTERM', 'SIGKILL'], 10_000).then(() => beendet),
    toete: () => beende(kind, ['SIGKILL'], 10_000),
  };
}

/** Log beside the database file, otherwise in a folder that goes with the server. */
async function ordnerFuerProtokoll(dbDatei: string | undefined): Promise<string> {
  if (dbDatei === undefined) return mkdtemp(path.join(tmpdir(), 'lotse-temporal-'));
  const ordner = path.dirname(path.resolve(dbDatei));
  await mkdir(ordner, { recursive: true, mode: 0o700 });
  return ordner;
}

type Startwerte = Omit<TemporalOptionen, 'uiPort'> & {
  port: number;
  uiPort: number | null;
  namespace: string;
};

function argumente(werte: Startwerte): string[] {
  const fest = ['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'error', '--log-format', 'json'];
  return [
    ...fest,
    ...['--port', String(werte.port), '--namespace', werte.namespace],
    ...(werte.uiPort === null
      ? ['--headless']
      : ['--ui-port', String(werte.uiPort), '--ui-ip', '127.0.0.1', '--ui-disable-news-fetch']),
    ...(werte.codec === undefined ? [] : ['--ui-codec-endpoint', werte.codec]),
    ...(werte.dbDatei === undefined ? [] : ['--db-filename', werte.dbDatei]),
    ...dynamisch.flatMap((wert) => ['--dynamic-config-value', wert]),
  ];
}

type Erwartung = Suchattribute & { adresse: string; protokoll: string };

async function warteAufAntwort(kind: ChildProcess, erwartung: Erwartung): Promise<number> {
  const bis = Date.now() + startfristMs;
  while (Date.now() < bis && !istBeendet(kind)) {
    if (kind.pid !== undefined && (await antwortet(erwartung))) return kind.pid;
    await warte(100);
  }
  const gestorben = istBeendet(kind);
  await beende(kind, ['SIGTERM', 'SIGKILL'], 3_000);
  const zeilen = (await readFile(erwartung.protokoll, 'utf8').catch(() => '')).trim().split('\n');
  const grund = gestorben ? (zeilen.at(-1) ?? '') : 'keine Antwort innerhalb von 30 Sekunden';
  throw new BedienFehler(
    `Der Temporal-Server startet nicht (${grund.slice(0, 300)}).`,
    'Ist seine Datenbankdatei beschädigt oder von einer anderen Version, benennen Sie sie um und starten Sie neu.',
  );
}

/** The frontend answers before the namespace of the command line exists, so that one is asked for. */
async function antwortet({ adresse, namespace, attribute }: Erwartung): Promise<boolean> {
  try {
    const verbindung = await Connection.connect({ address: adresse, connectTimeout: 2_000 });
    try {
      await verbindung.withDeadline(Date.now() + 5_000, async () => {
        await verbindung.workflowService.describeNamespace({ namespace });
        await registriereSuchattribute(verbindung, { namespace, attribute });
      });
      return true;
    } finally {
      await verbindung.close();
    }
  } catch (fehler) {
    if (fehler instanceof RangeError) throw fehler;
    return false;
  }
}

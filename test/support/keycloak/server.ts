import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { freierPort } from '../../../tools/lokal/ports.ts';
import { beende, istBeendet } from '../../../tools/lokal/prozess.ts';
import { findeKeycloak } from './programm.ts';

export type Verwaltung = { readonly name: string; readonly passwort: string };
export type LaufendesKeycloak = {
  readonly url: string;
  /** Who may use the admin console. */
  readonly verwaltung: Verwaltung;
  readonly stop: () => Promise<void>;
};

/** The first start puts the distribution together anew, on a busy machine minutes. */
const STARTFRIST_MS = 300_000;

/** Starts an empty Keycloak for development on 127.0.0.1, with its database in a folder of its own. */
export async function starteKeycloak(): Promise<LaufendesKeycloak> {
  const programm = await findeKeycloak();
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-keycloak-'));
  const protokoll = path.join(ordner, 'keycloak.log');
  const verwaltung = { name: 'verwaltung', passwort: randomUUID() };
  const port = String(await freierPort());
  const ausgabe = openSync(protokoll, 'w', 0o600);
  const args = ['start-dev', '--http-host=127.0.0.1', `--http-port=${port}`];
  const kind = spawn(path.join(programm, 'bin', 'kc.sh'), args, {
    stdio: ['ignore', ausgabe, ausgabe],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1',
      KC_BOOTSTRAP_ADMIN_USERNAME: verwaltung.name,
      KC_BOOTSTRAP_ADMIN_PASSWORD: verwaltung.passwort,
      KC_DB_URL: `jdbc:h2:file:${ordner}/h2;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE`,
    },
    // The script starts the JVM as a child: both end together.
    detached: true,
  });
  closeSync(ausgabe);
  const beimEnde = (): void => {
    toete(kind);
  };
  process.once('exit', beimEnde);
  const stop = async (): Promise<void> => {
    process.off('exit', beimEnde);
    await beende(kind, ['SIGTERM'], 30_000);
    toete(kind);
    await rm(ordner, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await warteAufAntwort(kind, { url, protokoll });
  } catch (fehler) {
    await stop();
    throw fehler;
  }
  return { url, verwaltung, stop };
}

/** The whole process group, in case something of it is left. */
function toete({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

async function warteAufAntwort(kind: ChildProcess, o: { url: string; protokoll: string }): Promise<void> {
  const bis = Date.now() + STARTFRIST_MS;
  while (Date.now() < bis && !istBeendet(kind)) {
    const adresse = `${o.url}/realms/master/.well-known/openid-configuration`;
    const antwort = await fetch(adresse, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (antwort?.ok === true) return;
    await warte(500);
  }
  throw new Error(`Keycloak startet nicht:\n${(await readFile(o.protokoll, 'utf8')).slice(-2_000)}`);
}

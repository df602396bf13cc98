import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as warte } from 'node:timers/promises';
import { stumm, type Melder } from './melder.ts';

/** Whether the process has ended, by itself or by a signal. */
export function istBeendet(kind: ChildProcess): boolean {
  return kind.exitCode !== null || kind.signalCode !== null;
}

/** Resolves as soon as the process has ended; at once when it already has. */
export function ende(kind: ChildProcess): Promise<void> {
  if (istBeendet(kind)) return Promise.resolve();
  return new Promise((resolve) => {
    kind.once('exit', () => {
      resolve();
    });
  });
}

/** Sends the signals one after the other until the process has ended; `fristMs` is the wait after each. */
export async function beende(kind: ChildProcess, signale: NodeJS.Signals[], fristMs: number): Promise<void> {
  const beendet = ende(kind).then(() => true);
  for (const signal of signale) {
    kind.kill(signal);
    if (await Promise.race([beendet, warte(fristMs, false, { ref: false })])) return;
  }
  await beendet;
}

/** Whether a process with this id exists (it may belong to somebody else). */
export function lebt(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fehler) {
    return fehler instanceof Error && 'code' in fehler && fehler.code === 'EPERM';
  }
}

/** Command line of a running process, empty when it is gone or cannot be seen. Guards against reused ids. */
export function befehlszeile(pid: number): string {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
        .replaceAll('\0', ' ')
        .trim();
    }
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

export type Aufgabe = {
  befehl: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** What is being done, for the progress lines: `Temporal wird gebaut`. */
  was: string;
  /** What to expect, appended to the progress lines. */
  hinweis?: string;
  melde?: Melder;
  /** Another system user to run under. */
  benutzer?: { uid?: number; gid?: number };
};

/** Runs a command to its end and reports progress every 15 s; rejects with the last lines of its output. */
export async function fuehreAus(aufgabe: Aufgabe): Promise<void> {
  const melde = aufgabe.melde ?? stumm;
  const beginn = Date.now();
  const hinweis = aufgabe.hinweis === undefined ? '' : `, ${aufgabe.hinweis}`;
  const takt = setInterval(() => {
    melde(`… ${aufgabe.was} seit ${String(Math.round((Date.now() - beginn) / 1000))} s${hinweis}`);
  }, 15_000);
  try {
    await laufe(aufgabe);
  } finally {
    clearInterval(takt);
  }
}

function laufe({ befehl, args, cwd, env, benutzer }: Aufgabe): Promise<void> {
  return new Promise((resolve, reject) => {
    const kind = spawn(befehl, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...benutzer,
    });
    const beimEnde = (): void => void kind.kill('SIGTERM');
    process.once('exit', beimEnde);
    let ausgabe = '';
    const sammle = (stueck: Buffer): void => {
      ausgabe = (ausgabe + stueck.toString('utf8')).slice(-4000);
    };
    kind.stdout.on('data', sammle);
    kind.stderr.on('data', sammle);
    kind.once('error', reject);
    kind.once('close', (code, signal) => {
      process.off('exit', beimEnde);
      if (code === 0) resolve();
      else reject(new Error(`${befehl} ended with ${String(code ?? signal)}:\n${ausgabe}`));
    });
  });
}

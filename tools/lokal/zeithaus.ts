import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Melder } from './melder.ts';
import { findeZeitserver } from './zeitserver-programm.ts';

/** The JVM in which the time-skipping servers of this process run; it ends with this process. */
export type Zeithaus = {
  /** @returns the port of a new server whose clock starts at the instant */
  readonly starte: (abInstant: string) => Promise<number>;
  readonly beende: (port: number) => void;
};

/** Only somebody who waits for an answer keeps this process alive. */
const halteAm = (leben: boolean, rohre: readonly unknown[]): void => {
  for (const rohr of rohre) if (rohr instanceof Socket) rohr[leben ? 'ref' : 'unref']();
};

async function oeffne(melde?: Melder): Promise<Zeithaus> {
  const jvm = spawn(await findeZeitserver(melde), { stdio: ['pipe', 'pipe', 'ignore'] });
  jvm.unref();
  const rohre = [jvm.stdin, jvm.stdout];
  halteAm(false, rohre);
  const zeilen = createInterface(jvm.stdout);
  const gestorben = once(jvm, 'exit').then((): never => {
    haus = undefined;
    throw new Error('Der Zeitserver hat sich beendet');
  });
  gestorben.catch(() => undefined);
  let letzte: Promise<unknown> = Promise.resolve();
  const frage = async (abInstant: string): Promise<number> => {
    halteAm(true, rohre);
    jvm.stdin.write(`${abInstant}\n`);
    const [port] = (await Promise.race([once(zeilen, 'line'), gestorben])) as string[];
    halteAm(false, rohre);
    return Number(port);
  };
  return {
    starte: (abInstant) => {
      // One question after the other: the answers carry no names.
      const antwort = letzte.catch(() => undefined).then(() => frage(abInstant));
      letzte = antwort;
      return antwort;
    },
    beende: (port) => {
      jvm.stdin.write(`${String(port)}\n`);
    },
  };
}

let haus: Promise<Zeithaus> | undefined;

/** One JVM per process: a cold one costs more than most stories. */
export function zeithaus(melde?: Melder): Promise<Zeithaus> {
  haus ??= oeffne(melde);
  return haus;
}

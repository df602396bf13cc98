import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { beende, ende } from '../lokal/prozess.ts';
import type { Dienst } from './dienst.ts';

const wurzel = path.resolve(import.meta.dirname, '../..');

export type Kindplan = {
  /** For the operator: `Der Worker`. */
  name: string;
  /** Entry point relative to the root of the repository. */
  programm: string;
  env: Record<string, string>;
  protokoll: string;
};

/** Starts a process of Lotse under the Node that runs this one; its output goes to the log file. */
export function starteKind({ name, programm, env, protokoll }: Kindplan): Dienst {
  const datei = openSync(protokoll, 'w', 0o600);
  const kind = spawn(process.execPath, [programm], {
    cwd: wurzel,
    env: { ...process.env, ...env },
    stdio: ['ignore', datei, datei],
    // An own process group: Ctrl-C of the terminal reaches the orchestrator only, which keeps the order.
    detached: true,
  });
  closeSync(datei);
  const beimEnde = (): void => void kind.kill('SIGKILL');
  process.once('exit', beimEnde);
  const beendet = ende(kind).finally(() => process.off('exit', beimEnde));
  return {
    name,
    pids: kind.pid === undefined ? [] : [kind.pid],
    ausfall: beendet.then(async () => {
      const wie = kind.signalCode ?? `Code ${String(kind.exitCode)}${await grund(protokoll)}`;
      return new BedienFehler(
        `${name} hat sich beendet (${wie}).`,
        `Mehr steht in ${protokoll}; beheben Sie die Ursache und starten Sie neu.`,
      );
    }),
    stop: () => beende(kind, ['SIGTERM', 'SIGKILL'], 20_000),
  };
}

const logzeile = z.object({ msg: z.string().default(''), err: z.object({ message: z.string() }).optional() });

/** The line of the log that most likely tells why. */
async function grund(datei: string): Promise<string> {
  const zeilen = (await readFile(datei, 'utf8').catch(() => '')).split('\n').map((zeile) => zeile.trim());
  const aussagen = zeilen.filter((zeile) => zeile !== '' && !/^(at |node:|Node\.js v|[\^}\]])/.test(zeile));
  const zeile = aussagen.findLast((kandidat) => /error|fehler/i.test(kandidat)) ?? aussagen.at(-1);
  return zeile === undefined ? '' : `: ${alsSatz(zeile).slice(0, 400)}`;
}

/** Log lines are JSON with a message; anything else is taken as it is. */
function alsSatz(zeile: string): string {
  try {
    const { msg, err } = logzeile.parse(JSON.parse(zeile));
    return err === undefined ? msg : `${msg} ${err.message}`;
  } catch {
    return zeile;
  }
}

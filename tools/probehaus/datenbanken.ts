import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import postgres, { type Sql } from 'postgres';
import { migriere } from '../../db/migrate.ts';
import { legeAb } from '../lokal/ablage.ts';
import { startePostgres } from '../lokal/postgres.ts';

/** A PostgreSQL whose migrated template is cloned for everybody who wants a database of their own. */
export type Datenbanken = {
  readonly neue: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

const VORLAGE = 'lotse_vorlage';

function adresse(url: string, name: string): string {
  const ziel = new URL(url);
  ziel.pathname = `/${name}`;
  return ziel.toString();
}

const verwaltungVon = (url: string): Sql => postgres(url, { max: 1, onnotice: () => undefined });

async function legeVorlageAn(url: string): Promise<void> {
  const verwaltung = verwaltungVon(url);
  await verwaltung`create database ${verwaltung(VORLAGE)}`;
  await verwaltung.end({ timeout: 5 });
  await migriere(adresse(url, VORLAGE));
}

/** A folder of a cluster with the template in it; within a run of the tests (LOTSE_PRUEFABLAGE) the copy of one that was stopped. */
async function ordnerMitVorlage(ablage: string): Promise<string> {
  const vorlage = await legeAb(path.join(ablage, 'postgres'), async (datenordner) => {
    const server = await startePostgres({ datenordner });
    await legeVorlageAn(server.url);
    await server.stop();
  });
  // Below the system's temp folder, which the database user can enter even when the tests run as root.
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-pruefung-'));
  // With its owners, which `fs.cp` does not keep.
  await promisify(execFile)('cp', ['-a', `${vorlage}/.`, ordner]);
  return ordner;
}

export async function starteDatenbanken(): Promise<Datenbanken> {
  const ablage = process.env['LOTSE_PRUEFABLAGE'];
  const datenordner =
    ablage === undefined
      ? await mkdtemp(path.join(tmpdir(), 'lotse-pruefung-'))
      : await ordnerMitVorlage(ablage);
  const { url, stop } = await startePostgres({ datenordner, fluechtig: true });
  if (ablage === undefined) await legeVorlageAn(url);
  const verwaltung = verwaltungVon(url);
  let anzahl = 0;
  return {
    neue: async () => {
      anzahl += 1;
      const name = `lotse_${anzahl}`;
      await verwaltung`create database ${verwaltung(name)} template ${verwaltung(VORLAGE)}`;
      return adresse(url, name);
    },
    stop: async () => {
      await verwaltung.end({ timeout: 5 });
      await stop();
    },
  };
}

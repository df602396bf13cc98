import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import { freierPort } from '../../tools/lokal/ports.ts';
import { startePostgres } from '../../tools/lokal/postgres.ts';
import { pruefDatenbank } from '../../tools/lokal/pruefdatenbank.ts';

let datenordner: string;

beforeEach(async () => {
  datenordner = await mkdtemp(path.join(tmpdir(), 'lotse-test-'));
});

afterEach(async () => {
  await rm(datenordner, { recursive: true, force: true });
});

async function abfrage<T>(url: string, frage: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await frage(sql);
  } finally {
    await sql.end();
  }
}

describe('local PostgreSQL (architecture.md 6)', () => {
  test('finds its data again after a stop and after a kill, without a second initdb', async () => {
    const meldungen: string[] = [];
    const melde = (satz: string): void => void meldungen.push(satz);
    const erster = await startePostgres({ datenordner, melde });
    await abfrage(erster.url, (sql) => sql`create table merker as select 42 as wert`);
    await erster.stop();

    const zweiter = await startePostgres({ datenordner, melde });
    await zweiter.toete();

    const dritter = await startePostgres({ datenordner, melde });
    const werte = await abfrage(dritter.url, (sql) => sql<{ wert: number }[]>`select wert from merker`);
    await dritter.stop();
    expect(werte.map(({ wert }) => wert)).toEqual([42]);
    expect(meldungen.filter((satz) => satz.includes('neue Datenbank'))).toHaveLength(1);
  });

  test('lets nobody in without the password, which only its owner can read', async () => {
    const server = await startePostgres({ datenordner });
    const ohne = new URL(server.url);
    ohne.password = 'falsch';
    await expect(abfrage(ohne.href, (sql) => sql`select 1`)).rejects.toThrow(
      'password authentication failed',
    );
    await server.stop();
    expect((await stat(path.join(datenordner, 'passwort'))).mode & 0o777).toBe(0o600);
  });

  test('names the port that is in use and how to choose another', async () => {
    const port = await freierPort();
    const fremder = createServer().listen(port, '127.0.0.1');
    await expect(startePostgres({ datenordner, port })).rejects.toThrow(
      `Port ${String(port)} für PostgreSQL ist nicht frei. Beenden Sie das Programm, das ihn benutzt, oder wählen Sie mit LOTSE_PORT_POSTGRES einen anderen Port.`,
    );
    fremder.close();
  });

  test.each([
    ['cluster/PG_VERSION', '15\n', 'gehört zu PostgreSQL 15'],
    ['cluster/leer', '', 'ist beschädigt'],
    ['passwort', 'kaputt', 'ist beschädigt'],
  ])(
    'answers a broken data folder (%s) with one sentence and touches nothing',
    async (datei, inhalt, satz) => {
      await mkdir(path.join(datenordner, 'cluster'));
      await writeFile(path.join(datenordner, datei), inhalt);
      const fehler: unknown = await startePostgres({ datenordner }).catch((grund: unknown) => grund);
      expect(fehler).toBeInstanceOf(BedienFehler);
      expect(String(fehler)).toContain(satz);
      expect(await readdir(datenordner)).toContain('cluster');
    },
  );

  test('leaves nothing behind when it is the database of a test file', async () => {
    const { url, stop } = await pruefDatenbank();
    const zeilen = await abfrage(
      url,
      (sql) => sql<{ ort: string }[]>`select current_setting('data_directory') as ort`,
    );
    await stop();
    await expect(stat(zeilen[0]?.ort ?? '')).rejects.toThrow('ENOENT');
  });
});

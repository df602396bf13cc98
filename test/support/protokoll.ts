import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { protokolliere, type Protokollzeile } from '../../db/protokoll.ts';
import { starteDatenbanken } from '../../tools/probehaus/datenbanken.ts';

/** Databases that begin as the copy of one with some audit entries. */
export type Protokollstand = {
  readonly url: string;
  readonly faelle: readonly string[];
  /** Works as superuser on a copy, past every trigger, and hands the copy over. */
  readonly faelsche: <T>(
    tat: (sql: postgres.TransactionSql) => Promise<unknown>,
    danach: (db: Datenbank, url: string) => Promise<T>,
  ) => Promise<T>;
  readonly stop: () => Promise<void>;
};

const WARTUNG = { system: 'wartung' } as const;

export function eintrag(mehr: Partial<Protokollzeile>): Protokollzeile {
  return { id: randomUUID(), am: '2026-12-01T08:00:00Z', aktion: 'texte_gelesen', ...mehr };
}

/** Entries one transaction each, as the application writes them. */
export async function schreibeEintraege(db: Datenbank, zeilen: readonly Protokollzeile[]): Promise<void> {
  for (const zeile of zeilen) await mitAkteur(db, WARTUNG, (tx) => protokolliere(tx, [zeile]));
}

/** @param fuelle writes what every copy begins with */
export async function baueProtokollstand(
  fuelle: (db: Datenbank, faelle: readonly string[]) => Promise<void>,
): Promise<Protokollstand> {
  const server = await starteDatenbanken();
  const url = await server.neue();
  const faelle = [randomUUID(), randomUUID(), randomUUID()].sort();
  const db = oeffneDatenbank(url, 8);
  await fuelle(db, faelle);
  await db.schliesse();
  let kopien = 0;
  const wohin = (name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  const verwaltung = postgres(wohin('postgres'), { max: 1, onnotice: () => undefined });
  return {
    url,
    faelle,
    faelsche: async (tat, danach) => {
      kopien += 1;
      const name = `kopie_${String(kopien)}`;
      await verwaltung.unsafe(`create database ${name} template ${new URL(url).pathname.slice(1)}`);
      const superuser = postgres(wohin(name), { max: 1, onnotice: () => undefined });
      await superuser.begin(async (sql) => {
        await sql`set local session_replication_role = replica`;
        await tat(sql);
      });
      await superuser.end({ timeout: 5 });
      const kopie = oeffneDatenbank(wohin(name), 2);
      try {
        return await danach(kopie, wohin(name));
      } finally {
        await kopie.schliesse();
      }
    },
    stop: async () => {
      await verwaltung.end({ timeout: 5 });
      await server.stop();
    },
  };
}

import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { mitAkteur, type Datenbank } from './client.ts';
import type { Loeschbuch } from './loeschung/buch.ts';
import { vergleicheMitBuch } from './loeschung/stand.ts';

/** True when PostgreSQL answers. */
export async function antwortet(db: Datenbank): Promise<boolean> {
  await mitAkteur(db, { system: 'bereitschaft' }, (tx) => tx.execute(sql`select 1`));
  return true;
}

/** True when nothing is here that the ledger proves as erased: a restored backup is not opened before (S8). */
export async function istGeloescht(db: Datenbank, buch: Loeschbuch): Promise<boolean> {
  const vergleich = await mitAkteur(db, { system: 'bereitschaft' }, (tx) => vergleicheMitBuch(tx, buch));
  return vergleich === 'gleichauf';
}

/** For how many minutes the oldest audit entry waits for an anchor outside; 0 when none does. */
export async function unverankertMinuten(db: Datenbank): Promise<number> {
  const [zeile] = await mitAkteur(db, { system: 'bereitschaft' }, (tx) =>
    tx.execute<{ minuten: number | null }>(sql`select lotse_unverankert_minuten() as minuten`),
  );
  return zeile?.minuten ?? 0;
}

type Journal = { readonly entries: readonly { readonly when: number }[] };

/** True when every migration this version knows has been applied. */
export async function istAufStand(db: Datenbank): Promise<boolean> {
  const datei = new URL('./migrations/meta/_journal.json', import.meta.url);
  const journal = JSON.parse(await readFile(datei, 'utf8')) as Journal;
  const letzte = Math.max(...journal.entries.map(({ when }) => when));
  const [zeile] = await mitAkteur(db, { system: 'bereitschaft' }, (tx) =>
    tx.execute<{ stand: string | null }>(
      sql`select max(created_at) as stand from drizzle.__drizzle_migrations`,
    ),
  );
  return Number(zeile?.stand ?? 0) >= letzte;
}

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

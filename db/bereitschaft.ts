import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { mitAkteur, type Datenbank } from './client.ts';

/** True when PostgreSQL answers. */
export async function antwortet(db: Datenbank): Promise<boolean> {
  await mitAkteur(db, { system: 'bereitschaft' }, (tx) => tx.execute(sql`select 1`));
  return true;
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

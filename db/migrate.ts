import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { EREIGNISKLASSEN } from '../domain/rollen/ereignisklassen.ts';
import { zellen } from '../domain/rollen/matrix.ts';
import { istAufStand } from './bereitschaft.ts';
import type { Datenbank } from './client.ts';
import { berechtigung, ereignisklasse, systemzugriff } from './schema/index.ts';
import { systemzugriffe } from './systemzugriff.ts';

type Tx = Parameters<Parameters<ReturnType<typeof drizzle>['transaction']>[0]>[0];

/** Row-level security reads copies of what the domain says; they are those of the release that migrates. */
async function schreibeRechte(tx: Tx): Promise<void> {
  const klassen = [...EREIGNISKLASSEN].map(([art, klasse]) => ({ art, klasse }));
  await tx.delete(berechtigung);
  await tx.insert(berechtigung).values(zellen());
  await tx.delete(ereignisklasse);
  await tx.insert(ereignisklasse).values(klassen);
  await tx.delete(systemzugriff);
  await tx.insert(systemzugriff).values(systemzugriffe());
}

/** Any number works as long as nobody else in this database uses it. */
const SPERRE = 7_140_301;

/**
 * Brings the schema to head. Several processes may call it at once: a session lock on one connection of its own
 * lets the first do the work and the others find it done.
 */
export async function migriere(url: string): Promise<void> {
  const verbindung = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await verbindung`select pg_advisory_lock(${SPERRE})`;
    const db = drizzle(verbindung, { casing: 'snake_case' });
    await migrate(db, { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });
    await db.transaction(schreibeRechte);
  } finally {
    await verbindung.end({ timeout: 5 });
  }
}

/**
 * Migrates where the owner's address is known; else only looks, because the logins of the processes may not change the
 * schema. @throws when it is older than this release
 */
export async function bringeAufStand(db: Datenbank, besitzer: string | undefined): Promise<void> {
  if (besitzer !== undefined) await migriere(besitzer);
  if (await istAufStand(db)) return;
  throw new Error(
    'Das Datenbankschema ist älter als diese Version; bitte mit DATABASE_MIGRATION_URL auf Stand bringen.',
  );
}

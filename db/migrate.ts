import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

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
    await migrate(drizzle(verbindung), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    });
  } finally {
    await verbindung.end({ timeout: 5 });
  }
}

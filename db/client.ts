import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

/** The pool. Nobody reads or writes through it directly: `mitAkteur` is the only way to a handle. */
export type Datenbank = {
  readonly drizzle: PostgresJsDatabase<typeof schema>;
  readonly schliesse: () => Promise<void>;
};

/** A handle inside one transaction that knows who acts. */
export type Transaktion = Parameters<Parameters<PostgresJsDatabase<typeof schema>['transaction']>[0]>[0];

/** Who acts: the id of a colleague, or the part of the system itself. */
export type Akteurskennung =
  | { readonly mitarbeitende: string }
  | { readonly system: 'worker' | 'api' | 'wartung' | 'leistungserbringer' };

/** @param url libpq connection string; `max` connections (default 10). */
export function oeffneDatenbank(url: string, max = 10): Datenbank {
  const verbindung = postgres(url, {
    max,
    onnotice: () => undefined,
    connection: { application_name: 'lotse' },
  });
  return {
    drizzle: drizzle(verbindung, { schema, casing: 'snake_case' }),
    schliesse: () => verbindung.end({ timeout: 5 }),
  };
}

/**
 * The only way to the database, for reads too: one transaction in which the actor is known to row-level security
 * and audit (`lotse.akteur`, local to the transaction, because connections are pooled).
 */
export async function mitAkteur<T>(
  db: Datenbank,
  akteur: Akteurskennung,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  const kennung = 'mitarbeitende' in akteur ? akteur.mitarbeitende : `system:${akteur.system}`;
  return db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('lotse.akteur', ${kennung}, true)`);
    return arbeit(tx);
  });
}

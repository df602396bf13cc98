import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Instant } from '../domain/frist/zeitzone.ts';
import * as schema from './schema/index.ts';

/** The pool. Nobody reads or writes through it directly: `mitAkteur` is the only way to a handle. */
export type Datenbank = {
  readonly drizzle: PostgresJsDatabase<typeof schema>;
  readonly schliesse: () => Promise<void>;
};

/** A handle inside one transaction that knows who acts. */
export type Transaktion = Parameters<Parameters<PostgresJsDatabase<typeof schema>['transaction']>[0]>[0];

/**
 * Who acts: a colleague with those they represent and the instant of the business clock, or a part of the system itself:
 * a login of its own, or a purpose of the API (db/systemzugriff.ts).
 */
export type Akteurskennung =
  | { readonly mitarbeitende: string; readonly vertritt?: readonly string[]; readonly am?: Instant }
  | {
      readonly system:
        'worker' | 'wartung' | 'loeschung' | 'anmeldung' | 'bereitschaft' | 'befehl' | 'leistungserbringer';
    };

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
 * and audit (`lotse.…`, local to the transaction, because connections are pooled).
 */
export async function mitAkteur<T>(
  db: Datenbank,
  akteur: Akteurskennung,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  return db.drizzle.transaction((tx) => alsAkteur(tx, akteur, arbeit));
}

/** The same for a long look at many rows: nothing moves while it reads, and it cannot write. */
export async function imAbzug<T>(
  db: Datenbank,
  akteur: Akteurskennung,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  return db.drizzle.transaction((tx) => alsAkteur(tx, akteur, arbeit), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

async function alsAkteur<T>(
  tx: Transaktion,
  akteur: Akteurskennung,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  const mensch = 'mitarbeitende' in akteur;
  const kennung = mensch ? akteur.mitarbeitende : `system:${akteur.system}`;
  const vertritt = mensch ? (akteur.vertritt ?? []) : [];
  const am = mensch ? (akteur.am ?? '') : '';
  await tx.execute(sql`select set_config('lotse.akteur', ${kennung}, true),
    set_config('lotse.vertritt', ${`{${vertritt.join(',')}}`}, true), set_config('lotse.jetzt', ${am}, true)`);
  return arbeit(tx);
}

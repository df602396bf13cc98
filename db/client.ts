import { sql, type ExtractTablesWithRelations, type SQL } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Instant } from '../domain/frist/zeitzone.ts';
import { erlaubeGemerktes } from './gemerktes.ts';
import * as schema from './schema/index.ts';

/** A part of the system: a login of its own, or a purpose of the API (db/systemzugriff.ts). */
type Systemteil =
  'worker' | 'wartung' | 'loeschung' | 'anmeldung' | 'bereitschaft' | 'befehl' | 'leistungserbringer';

/** The pool. Nobody reads or writes through it directly: `mitAkteur` is the only way to a handle. */
export type Datenbank = {
  readonly drizzle: PostgresJsDatabase<typeof schema>;
  /** Who acts on its connections where nothing else was said. */
  readonly grundteil: Systemteil | null;
  readonly schliesse: () => Promise<void>;
};

/** A handle that knows who acts, inside one transaction or for one statement. */
export type Transaktion = PgDatabase<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;

/** Who acts: a colleague with those they represent and the instant of the business clock, or a part of the system itself. */
export type Akteurskennung =
  | { readonly mitarbeitende: string; readonly vertritt?: readonly string[]; readonly am?: Instant }
  | { readonly system: Systemteil };

/**
 * @param url libpq connection string; `max` connections (default 10).
 * @param grundteil whom the connections belong to: its transactions need not say so, its single statements no transaction
 */
export function oeffneDatenbank(url: string, max = 10, grundteil: Systemteil | null = null): Datenbank {
  const akteur = grundteil === null ? {} : { 'lotse.akteur': `system:${grundteil}` };
  const verbindung = postgres(url, {
    max,
    onnotice: () => undefined,
    connection: { application_name: 'lotse', ...akteur },
  });
  const handle = drizzle(verbindung, { schema, casing: 'snake_case' });
  if (grundteil !== null) AKTEURE.set(handle, `system:${grundteil}`);
  return {
    drizzle: handle,
    grundteil,
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
  return db.drizzle.transaction((tx) => alsAkteur(tx, { db, akteur, gemerktes: false }, arbeit));
}

/** The same for one statement of the part of the system the connections belong to; nothing says so first. */
export async function alsGrundteil<T>(
  db: Datenbank,
  system: Systemteil,
  frage: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  return db.grundteil === system ? frage(db.drizzle) : mitAkteur(db, { system }, frage);
}

/** `mitAkteur` for those who change no master data: what the process keeps of it counts here (ADR 63). */
export async function mitGemerktem<T>(
  db: Datenbank,
  akteur: Akteurskennung,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  return db.drizzle.transaction((tx) => alsAkteur(tx, { db, akteur, gemerktes: true }, arbeit));
}

/** The same for what is only tried: the work is done, its answer given, and nothing of it stays. */
export async function probeweise<T>(
  db: Datenbank,
  akteur: Akteurskennung,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  const ergebnisse: T[] = [];
  const tunUndVerwerfen = async (tx: Transaktion): Promise<never> => {
    ergebnisse.push(await arbeit(tx));
    throw new Verworfen();
  };
  await mitAkteur(db, akteur, tunUndVerwerfen).catch((grund: unknown) => {
    if (!(grund instanceof Verworfen)) throw grund;
  });
  const [ergebnis] = ergebnisse;
  if (ergebnis === undefined) throw new Error('Eine Probe hat kein Ergebnis');
  return ergebnis;
}

/** Not a failure: how a transaction is told to take back what it did. */
class Verworfen extends Error {}

/** The same for a long look at many rows: nothing moves while it reads, and it cannot write. */
export async function imAbzug<T>(
  db: Datenbank,
  akteur: Akteurskennung,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  return db.drizzle.transaction((tx) => alsAkteur(tx, { db, akteur, gemerktes: false }, arbeit), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

/** Who acts in a transaction, as it was said last. */
const AKTEURE = new WeakMap<object, string>();

type Anfang = { readonly db: Datenbank; readonly akteur: Akteurskennung; readonly gemerktes: boolean };

const STAMMDATENSTAND = sql`(select version::int from stammdatenstand)`;

async function liesStammdatenstand(tx: Transaktion): Promise<number> {
  const [zeile] = await tx.execute<{ version: number }>(sql`select ${STAMMDATENSTAND} as version`);
  return zeile?.version ?? 0;
}

/** Says who acts, unless the connection does already. @returns the version of the master data where it was asked, too */
async function sageAn(tx: Transaktion, { db, akteur, gemerktes }: Anfang): Promise<number | undefined> {
  if ('system' in akteur) {
    AKTEURE.set(tx, `system:${akteur.system}`);
    if (akteur.system === db.grundteil) return undefined;
  } else AKTEURE.set(tx, akteur.mitarbeitende);
  const mensch = 'mitarbeitende' in akteur;
  const kennung = mensch ? akteur.mitarbeitende : `system:${akteur.system}`;
  const vertritt = mensch ? (akteur.vertritt ?? []) : [];
  const am = mensch ? (akteur.am ?? '') : '';
  const version = gemerktes ? sql`, ${STAMMDATENSTAND} as version` : sql``;
  const [zeile] = await tx.execute<{
    version?: number;
  }>(sql`select set_config('lotse.akteur', ${kennung}, true),
    set_config('lotse.vertritt', ${`{${vertritt.join(',')}}`}, true), set_config('lotse.jetzt', ${am}, true)${version}`);
  return zeile?.version;
}

async function alsAkteur<T>(
  tx: Transaktion,
  anfang: Anfang,
  arbeit: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  const bekannt = await sageAn(tx, anfang);
  if (anfang.gemerktes) {
    let version = bekannt === undefined ? undefined : Promise.resolve(bekannt);
    erlaubeGemerktes(tx, {
      datenbank: anfang.db,
      vomSystem: 'system' in anfang.akteur,
      version: () => (version ??= liesStammdatenstand(tx)),
    });
  }
  return arbeit(tx);
}

/** Whom the transaction belongs to at the moment; undefined where nobody said so through `mitAkteur`. */
export function akteurIn(tx: Transaktion): string | undefined {
  return AKTEURE.get(tx);
}

/** Goes on as somebody else, until the transaction ends or this is called again. */
export async function werde(tx: Transaktion, akteur: string): Promise<void> {
  await tx.execute(sql`select set_config('lotse.akteur', ${akteur}, true)`);
  AKTEURE.set(tx, akteur);
}

/**
 * The same behind a last question of whoever acted so far, in one statement: the row of the question is there before the
 * actor changes, because it is what the change is computed for.
 */
export async function werdeNach<Zeile extends Record<string, unknown>>(
  tx: Transaktion,
  akteur: string,
  frage: SQL,
) {
  const zeilen = await tx.execute<Zeile>(
    sql`select set_config('lotse.akteur', ${akteur}, true), frage.* from (${frage} offset 0) frage`,
  );
  AKTEURE.set(tx, akteur);
  return zeilen;
}

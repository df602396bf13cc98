import { getTableName, is, sql, type SQL } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Datenbank, Transaktion } from '../../db/client.ts';
import * as schema from '../../db/schema/index.ts';

/** A database in which something can be tried: what was written is gone afterwards. */
export type Versuchsbank = Datenbank & {
  readonly versuche: <T>(arbeit: (einblick: Einblick) => Promise<T>) => Promise<T>;
};

/** What a try has written so far. */
export type Einblick = {
  /** Tables with rows that this try has written and that are there now. */
  readonly beschrieben: () => Promise<readonly string[]>;
  /** Where something stands that a command claimed in this try has brought: an event, a text. */
  readonly vomBefehl: () => Promise<readonly string[]>;
  /** Those of them in which one of these words stands. */
  readonly mit: (worte: readonly string[]) => Promise<readonly string[]>;
  /** What is otherwise only asked at the end of a transaction. @throws what PostgreSQL says */
  readonly schliesseAb: () => Promise<unknown>;
};

const TEILE: readonly unknown[] = Object.values(schema);
const TABELLEN = TEILE.filter((teil): teil is PgTable => is(teil, PgTable)).map(getTableName);

/** Tables whose rows say which command brought them. */
const MIT_BEFEHL = ['fall_ereignis', 'vorgang_ereignis', 'dokument'];

type Benannt = { readonly name: string };
const namen = (zeilen: readonly Benannt[]): string[] => zeilen.map(({ name }) => name);

/** Where rows have come, gone or changed in this transaction, those of a savepoint that was taken back included. */
async function beruehrte(tx: Transaktion): Promise<string[]> {
  const zeilen = await tx.execute<Benannt>(
    sql`select relname as name from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`,
  );
  return namen(zeilen).filter((name) => TABELLEN.includes(name));
}

async function einblick(tx: Transaktion): Promise<Einblick> {
  const [kopf] = await tx.execute<{ nummer: string }>(sql`select pg_current_xact_id()::text as nummer`);
  const beginn = sql.raw(kopf?.nummer ?? '0');
  const suche = async (bedingung: SQL): Promise<string[]> => {
    const teile = (await beruehrte(tx)).map(
      (name) =>
        sql`select ${name}::text as name where exists (select 1 from ${sql.identifier(name)} z where z.xmin::text::bigint >= ${beginn} and (${bedingung}))`,
    );
    if (teile.length === 0) return [];
    return namen(await tx.execute<Benannt>(sql.join(teile, sql` union all `)));
  };
  return {
    beschrieben: () => suche(sql`true`),
    vomBefehl: async () => {
      const teile = MIT_BEFEHL.map(
        (name) =>
          sql`select ${name}::text as name where exists (select 1 from ${sql.identifier(name)} z join befehl b on b.befehl_id::text = z.befehl_id::text where b.xmin::text::bigint >= ${beginn})`,
      );
      return namen(await tx.execute<Benannt>(sql.join(teile, sql` union all `)));
    },
    mit: async (worte) => {
      const eines = worte.map((wort) => sql`z::text like ${`%${wort}%`}`);
      return worte.length === 0 ? [] : suche(sql.join(eines, sql` or `));
    },
    schliesseAb: () => tx.execute(sql`set constraints all immediate`),
  };
}

class Zurueck extends Error {}

/** Everything that goes through the result takes part in a try while one runs; one at a time. */
export function mitVersuchen(db: Datenbank): Versuchsbank {
  let handle = db.drizzle;
  return {
    get drizzle() {
      return handle;
    },
    grundteil: db.grundteil,
    schliesse: () => db.schliesse(),
    versuche: async (arbeit) => {
      const ergebnisse: Awaited<ReturnType<typeof arbeit>>[] = [];
      await db.drizzle
        .transaction(async (tx) => {
          handle = tx;
          try {
            ergebnisse.push(await arbeit(await einblick(tx)));
          } finally {
            handle = db.drizzle;
          }
          throw new Zurueck();
        })
        .catch((fehler: unknown) => {
          if (!(fehler instanceof Zurueck)) throw fehler;
        });
      for (const ergebnis of ergebnisse) return ergebnis;
      throw new Error('Der Versuch hat nichts ergeben');
    },
  };
}

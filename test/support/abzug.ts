import { sql } from 'drizzle-orm';
import { mitAkteur, type Datenbank } from '../../db/client.ts';

/** Every row of every table of the application as text: what a dump of the database would hold. */
export async function abzug(db: Datenbank): Promise<string> {
  return mitAkteur(db, { system: 'wartung' }, async (tx) => {
    const tabellen = await tx.execute<{ name: string }>(
      sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const teile: string[] = [];
    for (const { name } of tabellen) {
      const zeilen = await tx.execute<{ zeile: string }>(
        sql`select ${sql.raw('t')}::text as zeile from ${sql.raw(name)} as t`,
      );
      teile.push(name, ...zeilen.map(({ zeile }) => zeile));
    }
    return teile.join('\n');
  });
}

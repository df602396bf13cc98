import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Instant } from '../domain/frist/zeitzone.ts';
import { mitAkteur, type Datenbank } from './client.ts';
import type { Loeschbuch } from './loeschung/buch.ts';
import { vergleicheMitBuch } from './loeschung/stand.ts';
import { letzterRundgang, wartungSeit } from './rundgang.ts';

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

/** `minutenHer`: since the last Rundgang ended, null before the first; `ohneWorkflow`: what it had to leave. */
export type Rundgangslage = {
  readonly minutenHer: number | null;
  readonly ohneWorkflow: number;
  readonly neuGestartet: number;
  readonly wartung: boolean;
};

/** How the running Vorgänge were found the last time (ADR 55). */
export async function rundgangslage(db: Datenbank, jetzt: Instant): Promise<Rundgangslage> {
  return mitAkteur(db, { system: 'bereitschaft' }, async (tx) => {
    const wartung = (await wartungSeit(tx)) !== null;
    const letzter = await letzterRundgang(tx);
    if (letzter === null) return { minutenHer: null, ohneWorkflow: 0, neuGestartet: 0, wartung };
    const { beendetAm, fehlend, neuGestartet } = letzter;
    const minutenHer = Math.floor((Date.parse(jetzt) - Date.parse(beendetAm)) / 60_000);
    return { minutenHer, ohneWorkflow: fehlend - neuGestartet, neuGestartet, wartung };
  });
}

const GRUPPEN = ['lotse_api', 'lotse_worker', 'lotse_loeschung', 'lotse_bericht'] as const;
type Datenbankzugang = { frei: boolean; besitzt: boolean; gruppen: string[] };

/**
 * Row-level security holds a login of the group back, and neither its owner nor a superuser: a process with another login
 * would work on without the second wall. @throws Error with the sentence for the operator
 */
export async function pruefeDatenbankzugang(db: Datenbank, gruppe: (typeof GRUPPEN)[number]): Promise<void> {
  const [datenbankzugang] = await mitAkteur(db, { system: 'bereitschaft' }, (tx) =>
    tx.execute<Datenbankzugang>(sql`select rolsuper or rolbypassrls as frei,
      exists(select from pg_class where relnamespace = 'public'::regnamespace and relowner = r.oid) as besitzt,
      array(select g from unnest(${sql.param([...GRUPPEN])}::text[]) g where pg_has_role(r.oid, g::name, 'member')) as gruppen
      from pg_roles r where rolname = current_user`),
  );
  if (
    datenbankzugang?.frei === false &&
    !datenbankzugang.besitzt &&
    datenbankzugang.gruppen.join() === gruppe
  )
    return;
  throw new Error(
    `Der Zugang in DATABASE_URL muss allein zur Gruppe ${gruppe} gehören, ohne Sonderrechte und ohne eigene Tabellen (siehe SECURITY.md, Logins of PostgreSQL).`,
  );
}

const Journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** True when every migration this version knows has been applied. */
export async function istAufStand(db: Datenbank): Promise<boolean> {
  const datei = new URL('./migrations/meta/_journal.json', import.meta.url);
  const journal = Journal.parse(JSON.parse(await readFile(datei, 'utf8')));
  const letzte = Math.max(...journal.entries.map(({ when }) => when));
  const [zeile] = await mitAkteur(db, { system: 'bereitschaft' }, (tx) =>
    tx.execute<{ stand: string | null }>(
      sql`select max(created_at) as stand from drizzle.__drizzle_migrations`,
    ),
  );
  return Number(zeile?.stand ?? 0) >= letzte;
}

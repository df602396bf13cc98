import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { z } from 'zod';
import { systemuhr } from '../../api/kern/uhr.ts';
import { oeffneDatenbank } from '../../db/client.ts';
import { migriere } from '../../db/migrate.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { startePostgres } from '../lokal/postgres.ts';
import { starteApi, type Pruefapi } from '../probehaus/api.ts';
import { legePersonalAn, legePersonAn, PERSONAL } from '../probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, type Stand } from '../probehaus/stand.ts';

/** So long after an answer nothing more comes: signals and mails are out. */
const RUHE_MS = 3_000;
const ZAEHLER = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track=all'];

const Gezaehlt = z.array(
  z.object({ query: z.string(), calls: z.int(), wer: z.string(), geprueft: z.boolean() }),
);
type Gezaehlt = z.infer<typeof Gezaehlt>;
const Fall = z.object({ fallId: z.uuid() });

/** How many statements a command costs. The checks PostgreSQL itself makes for foreign keys are told apart. */
export type Weg = {
  readonly name: string;
  readonly bisAntwort: number;
  readonly gesamt: number;
  readonly fremdschluessel: number;
};

/** The delivery waits while a command is under way, so that what it costs counts after the answer, always. */
type Tor = { oeffne: () => void; offen: Promise<void> };

type Messung = {
  readonly api: Pruefapi;
  readonly stand: Stand;
  readonly sql: Sql;
  readonly zustellung: { tor: Tor };
};

function neuesTor(): Tor {
  let oeffne = (): void => undefined;
  const offen = new Promise<void>((ok) => (oeffne = ok));
  return { oeffne, offen };
}

/**
 * Every statement of everybody but this count since the last time; those inside functions run as the owner of the function.
 * COMMIT is left out: pg_stat_statements counts it now and then, there is one for each `begin`. What a new connection of the pool asks once about the
 * types is no command's.
 */
async function zaehle(sql: Sql): Promise<Gezaehlt> {
  const zeilen = await sql`select s.query, s.calls::int, r.rolname as wer,
      s.query like 'SELECT % FROM ONLY % FOR KEY SHARE OF x' as geprueft
    from pg_stat_statements s join pg_roles r on r.oid = s.userid
    where s.query not like '%pg_stat_statements%' and s.query not like '%pg_catalog.pg_type%' and s.query <> 'commit' order by s.calls desc, s.query`;
  return Gezaehlt.parse(zeilen);
}

const anzahl = (gezaehlt: Gezaehlt, zaehlt: (zeile: Gezaehlt[number]) => boolean): number =>
  gezaehlt.filter(zaehlt).reduce((n, { calls }) => n + calls, 0);

function nenne(gezaehlt: Gezaehlt): void {
  for (const { calls, wer, query } of gezaehlt)
    console.log(`  ${String(calls)} ${wer} ${query.replaceAll(/\s+/gu, ' ').slice(0, 160)}`);
}

async function miss({ sql, zustellung }: Messung, name: string, tue: () => Promise<unknown>): Promise<Weg> {
  zustellung.tor = neuesTor();
  await sql`select pg_stat_statements_reset()`;
  await tue();
  const beiAntwort = await zaehle(sql);
  zustellung.tor.oeffne();
  await warte(RUHE_MS);
  const danach = await zaehle(sql);
  const eigene = ({ geprueft }: Gezaehlt[number]): boolean => !geprueft;
  if (process.env['LOTSE_ANWEISUNGEN'] !== undefined) {
    console.log(`${name} bis zur Antwort:`);
    nenne(beiAntwort);
    console.log(`${name} insgesamt:`);
    nenne(danach);
  }
  return {
    name,
    bisAntwort: anzahl(beiAntwort, eigene),
    gesamt: anzahl(danach, eigene),
    fremdschluessel: anzahl(danach, ({ geprueft }) => geprueft),
  };
}

type Aufruf = { readonly wer: string; readonly pfad: string; readonly rumpf: object };

async function ruf({ api }: Messung, { wer, pfad, rumpf }: Aufruf): Promise<unknown> {
  const antwort = await fetch(`${api.url}/api/v1${pfad}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await api.token(wer)}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(rumpf),
  });
  const inhalt: unknown = await antwort.json();
  if (!antwort.ok) throw new Error(`${pfad} ergibt ${String(antwort.status)}: ${JSON.stringify(inhalt)}`);
  return inhalt;
}

/** The commonest commands of a young case, one after the other. */
async function begleite(m: Messung): Promise<Weg[]> {
  const person = await legePersonAn(m.stand.db, randomUUID());
  let fallId = '';
  const vormerken = await miss(m, 'vormerken', async () => {
    const erlaeutertAm = ortstag(systemuhr.jetzt());
    const rumpf = { person, gruende: 'Mehrere Hemmnisse.', erlaeutertAm };
    ({ fallId } = Fall.parse(await ruf(m, { wer: PERSONAL.pap, pfad: '/faelle', rumpf })));
  });
  const zuordnen = await miss(m, 'zuordnen', () =>
    ruf(m, { wer: PERSONAL.tl, pfad: `/faelle/${fallId}/zuordnung`, rumpf: { fm: PERSONAL.fm } }),
  );
  const rumpf = { status: 'durchgefuehrt', art: 'telefon', vermerk: 'Rückruf erledigt.' };
  const kontakt = await miss(m, 'kontakt', () =>
    ruf(m, { wer: PERSONAL.fm, pfad: `/faelle/${fallId}/kontakte`, rumpf }),
  );
  return [vormerken, zuordnen, kontakt];
}

/** Counts the statements of each command, from its request until it is answered, and until signals and mails are out. */
export async function zaehleWege(): Promise<readonly Weg[]> {
  const datenordner = await mkdtemp(path.join(tmpdir(), 'lotse-weg-'));
  const server = await startePostgres({ datenordner, fluechtig: true, einstellungen: ZAEHLER });
  await migriere(server.url);
  const db = oeffneDatenbank(server.url);
  await legePersonalAn(db);
  const sql = postgres(server.url, { max: 1 });
  await sql`create extension pg_stat_statements`;
  const stand = await baueStand({ temporal: await echtzeitserver(), databaseUrl: server.url });
  const { apiDb, tresor, client, activities } = stand;
  const api = await starteApi({ db: apiDb, tresor, client, uhr: systemuhr });
  const zustellung = { tor: neuesTor() };
  const haltWorker = await stand.starteWorker({
    ...activities,
    stelleZu: (auftrag) => zustellung.tor.offen.then(() => activities.stelleZu(auftrag)),
  });
  try {
    const m = { api, stand, sql, zustellung };
    // The first one fills caches and founds what is founded once.
    await begleite(m);
    return await begleite(m);
  } finally {
    await api.stop();
    await haltWorker();
    await stand.beende();
    await Promise.all([db.schliesse(), sql.end()]);
    await server.stop();
  }
}

/** Prints them; with LOTSE_ANWEISUNGEN each statement is named. */
export async function benchWeg(): Promise<void> {
  for (const { name, bisAntwort, gesamt, fremdschluessel } of await zaehleWege())
    console.log(
      `weg ${name}: ${String(bisAntwort)} Anweisungen bis zur Antwort, ${String(gesamt)} insgesamt` +
        ` (dazu ${String(fremdschluessel)} Prüfungen von Fremdschlüsseln)`,
    );
}

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

const Gezaehlt = z.array(z.object({ query: z.string(), calls: z.int(), wer: z.string() }));
type Gezaehlt = z.infer<typeof Gezaehlt>;
const Fall = z.object({ fallId: z.uuid() });

type Messung = { readonly api: Pruefapi; readonly stand: Stand; readonly sql: Sql };

/** Every statement of the logins since the last time, those inside functions, too. */
async function zaehle(sql: Sql): Promise<Gezaehlt> {
  const zeilen = await sql`select s.query, s.calls::int, r.rolname as wer
    from pg_stat_statements s join pg_roles r on r.oid = s.userid
    where r.rolname like 'lotse_%' order by s.calls desc, s.query`;
  return Gezaehlt.parse(zeilen);
}

async function miss({ sql }: Messung, name: string, tue: () => Promise<unknown>): Promise<void> {
  await sql`select pg_stat_statements_reset()`;
  await tue();
  await warte(RUHE_MS);
  const gezaehlt = await zaehle(sql);
  const summe = (login: string): number =>
    gezaehlt.filter(({ wer }) => wer === `lotse_${login}_login`).reduce((n, { calls }) => n + calls, 0);
  const [api, worker] = [summe('api'), summe('worker')];
  console.log(
    `weg ${name}: ${String(api + worker)} Anweisungen (API ${String(api)}, Worker ${String(worker)})`,
  );
  if (process.env['LOTSE_ANWEISUNGEN'] === undefined) return;
  for (const { calls, wer, query } of gezaehlt)
    console.log(`  ${String(calls)} ${wer} ${query.replaceAll(/\s+/gu, ' ').slice(0, 160)}`);
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
async function begleite(m: Messung, zaehlend: boolean): Promise<void> {
  const person = await legePersonAn(m.stand.db, randomUUID());
  const gezaehlt = (name: string, tue: () => Promise<unknown>): Promise<unknown> =>
    zaehlend ? miss(m, name, tue) : tue();
  let fallId = '';
  await gezaehlt('vormerken', async () => {
    const erlaeutertAm = ortstag(systemuhr.jetzt());
    const rumpf = { person, gruende: 'Mehrere Hemmnisse.', erlaeutertAm };
    ({ fallId } = Fall.parse(await ruf(m, { wer: PERSONAL.pap, pfad: '/faelle', rumpf })));
  });
  await gezaehlt('zuordnen', () =>
    ruf(m, { wer: PERSONAL.tl, pfad: `/faelle/${fallId}/zuordnung`, rumpf: { fm: PERSONAL.fm } }),
  );
  const rumpf = { status: 'durchgefuehrt', art: 'telefon', vermerk: 'Rückruf erledigt.' };
  await gezaehlt('kontakt', () => ruf(m, { wer: PERSONAL.fm, pfad: `/faelle/${fallId}/kontakte`, rumpf }));
}

/**
 * How many statements a command costs, from its request until signals and mails are out. With LOTSE_ANWEISUNGEN each of them is
 * named.
 */
export async function benchWeg(): Promise<void> {
  const datenordner = await mkdtemp(path.join(tmpdir(), 'lotse-weg-'));
  const server = await startePostgres({ datenordner, fluechtig: true, einstellungen: ZAEHLER });
  await migriere(server.url);
  const db = oeffneDatenbank(server.url);
  await legePersonalAn(db);
  const sql = postgres(server.url, { max: 1 });
  await sql`create extension pg_stat_statements`;
  const stand = await baueStand({ temporal: await echtzeitserver(), databaseUrl: server.url });
  const { apiDb, tresor, client } = stand;
  const api = await starteApi({ db: apiDb, tresor, client, uhr: systemuhr });
  const haltWorker = await stand.starteWorker();
  try {
    // The first one fills caches and founds what is founded once.
    for (const zaehlend of [false, true]) await begleite({ api, stand, sql }, zaehlend);
  } finally {
    await api.stop();
    await haltWorker();
    await stand.beende();
    await Promise.all([db.schliesse(), sql.end()]);
    await server.stop();
  }
}

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getTableColumns, sql } from 'drizzle-orm';
import pino from 'pino';
import { erzeugeVerankere } from '../../activities/verankerung/verankere.ts';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { migriere } from '../../db/migrate.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { protokoll } from '../../db/schema/index.ts';
import { pruefeAudit } from '../../ops/audit/pruefe.ts';
import { startePostgres } from '../lokal/postgres.ts';
import { pruefanker } from '../probehaus/anker.ts';

const WARTUNG = { system: 'wartung' } as const;
const SCHREIBER = 8;
const JE_RUNDE = 250;
const RUNDEN = 10;
const EINTRAEGE = 300_000;
const KETTEN = 3_000;

const zeile = (fallId: string): typeof protokoll.$inferInsert => ({
  id: randomUUID(),
  am: '2026-12-01T08:00:00Z',
  aktion: 'texte_gelesen',
  rechtsgrundlage: 'DS-29',
  klassen: ['K3', 'K4'],
  grund: 'fallfuehrung',
  fallId,
});

type Schreiben = (db: Datenbank, fallId: string) => Promise<unknown>;

const mitKette: Schreiben = (db, fallId) =>
  mitAkteur(db, WARTUNG, (tx) => protokolliere(tx, [zeile(fallId)]));

/** The same columns, indexes and transaction, but no chain. */
const ohneKette: Schreiben = (db, fallId) =>
  mitAkteur(db, WARTUNG, async (tx) => {
    const { id, am, aktion, rechtsgrundlage, grund } = zeile(fallId);
    const { kette, nummer, vorher, hash } = getTableColumns(protokoll);
    const namen = [kette, nummer, vorher, hash].map(({ name }) => sql.identifier(name));
    await tx.execute(sql`insert into protokoll_ohne
      (id, am, aktion, rechtsgrundlage, fall_id, grund, klassen, ${sql.join(namen, sql`, `)})
      values (${id}, ${am}, ${aktion}, ${rechtsgrundlage}, ${fallId}, ${grund}, '{K3,K4}', ${`fall:${fallId}`}, 1,
        decode(repeat('00', 32), 'hex'), sha256('x'))`);
  });

/** Milliseconds until every writer has written its share, each for cases of its own. */
async function runde(db: Datenbank, schreibe: Schreiben): Promise<number> {
  const beginn = performance.now();
  await Promise.all(
    Array.from({ length: SCHREIBER }, async () => {
      const faelle = Array.from({ length: 25 }, () => randomUUID());
      for (let n = 0; n < JE_RUNDE; n += 1) await schreibe(db, faelle[n % faelle.length] ?? '');
    }),
  );
  return performance.now() - beginn;
}

const summe = (werte: readonly number[]): number => werte.reduce((a, b) => a + b, 0);

async function messeSchreiben(db: Datenbank): Promise<void> {
  await mitAkteur(db, WARTUNG, async (tx) => {
    await tx.execute(sql`create table protokoll_ohne (like protokoll including all)`);
    // What the application numbers nobody numbers here; a plain index costs the same.
    await tx.execute(sql`alter table protokoll_ohne drop constraint protokoll_ohne_kette_nummer_key`);
    await tx.execute(sql`create index on protokoll_ohne (kette, nummer)`);
  });
  const zeiten: { mit: number[]; ohne: number[] } = { mit: [], ohne: [] };
  for (let n = 0; n <= RUNDEN; n += 1) {
    const ohne = await runde(db, ohneKette);
    const mit = await runde(db, mitKette);
    // The first round warms up.
    if (n === 0) continue;
    zeiten.ohne.push(ohne);
    zeiten.mit.push(mit);
  }
  const jeSekunde = (werte: readonly number[]): string =>
    ((SCHREIBER * JE_RUNDE * RUNDEN * 1000) / summe(werte)).toFixed(0);
  console.log(
    `audit: ${(summe(zeiten.mit) / summe(zeiten.ohne)).toFixed(2)}-fache Zeit je Eintrag mit Kette bei ${SCHREIBER} Schreibern ` +
      `(${jeSekunde(zeiten.mit)} statt ${jeSekunde(zeiten.ohne)} Einträge/s, auf Platte; Ziel höchstens 1.50)`,
  );
}

async function messePruefung(db: Datenbank): Promise<void> {
  await mitAkteur(db, WARTUNG, (tx) =>
    tx.execute(sql`insert into protokoll (id, am, aktion, rechtsgrundlage, fall_id, klassen, grund)
      select gen_random_uuid(), now(), 'texte_gelesen', 'DS-29', md5((n % ${KETTEN})::text)::uuid, '{K3,K4}', 'fallfuehrung'
      from generate_series(1, ${EINTRAEGE}) n`),
  );
  const anker = pruefanker();
  const log = pino({ level: 'silent' });
  await erzeugeVerankere({ db, log, ...anker, jetzt: () => '2026-12-01T09:00:00Z' })();
  const beginn = performance.now();
  const { eintraege, befunde } = await pruefeAudit(db, anker.ankerziel, anker.ankerschluessel.pruefung);
  const sekunden = (performance.now() - beginn) / 1000;
  if (befunde.length > 0) throw new Error(befunde.map(({ wo, was }) => `${wo}: ${was}`).join('\n'));
  console.log(
    `audit: ${(eintraege / sekunden).toFixed(0)} Einträge/s geprüft (${eintraege} in ${sekunden.toFixed(1)} s; Ziel mindestens 50000)`,
  );
}

/** What the chain costs when it is written, against a plain insert in the same run, and how fast it is verified (E47). */
export async function benchAudit(): Promise<void> {
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-bench-'));
  const server = await startePostgres({ datenordner: ordner });
  await migriere(server.url);
  const db = oeffneDatenbank(server.url, SCHREIBER);
  try {
    await messeSchreiben(db);
    await messePruefung(db);
  } finally {
    await db.schliesse();
    await server.stop();
    await rm(ordner, { recursive: true, force: true });
  }
}

import { asc, gt, sql, type SQL } from 'drizzle-orm';
import { hash as berechne } from 'node:crypto';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { protokoll, protokollanker, protokollkopf } from './schema/index.ts';

/** The newest entry of a chain (E47). */
export type Kettenkopf = { readonly kette: string; readonly nummer: number; readonly hash: Buffer };

/** A row of the audit as the chain sees it; `inhalt`: the hashed text of all fields that say something. */
export type Kettenglied = {
  readonly kette: string;
  readonly nummer: number;
  readonly vorher: Buffer;
  readonly hash: Buffer;
  readonly inhalt: string;
};

/** Hash before the first entry. */
export const ANFANG = Buffer.alloc(32);

const feld = (wert: string): string => `${String(Buffer.byteLength(wert))}:${wert}`;

/** What PostgreSQL computes when an entry is added (0008_protokollkette.sql, 0030_lesespur.sql). */
export function gliedhash({ kette, nummer, vorher, inhalt }: Omit<Kettenglied, 'hash'>): Buffer {
  const text = Buffer.from(feld(kette) + feld(String(nummer)) + inhalt);
  return berechne('sha256', Buffer.concat([vorher, text]), 'buffer');
}

const alsFeld = (wert: SQL): SQL => sql`coalesce(octet_length(${wert})::text || ':' || ${wert}, '-')`;
const alsZeit = (spalte: SQL): SQL => alsFeld(sql`(extract(epoch from ${spalte}) * 1000000)::bigint::text`);
const p = protokoll;

/** Spelled out here, with functions of PostgreSQL only: a function in the database could have been changed with the rows. */
const INHALT = sql.join(
  [
    alsFeld(sql`${p.id}::text`),
    alsZeit(sql`${p.am}`),
    alsFeld(sql`${p.akteurId}::text`),
    alsFeld(sql`${p.fuerId}::text`),
    alsFeld(sql`${p.aktion}`),
    alsFeld(sql`${p.rechtsgrundlage}`),
    alsFeld(sql`${p.fallId}::text`),
    alsFeld(sql`${p.vorgangId}::text`),
    alsFeld(sql`${p.personId}::text`),
    alsFeld(sql`${p.gegenstand}`),
    alsFeld(sql`${p.befehlId}`),
    alsFeld(sql`${p.rolle}`),
    alsFeld(sql`${p.grund}`),
    alsFeld(sql`array_to_string(${p.klassen}, ',')`),
    alsZeit(sql`${p.gespeichertAm}`),
    // Lists and searches alone have these; what is older keeps its hash.
    sql`case when num_nonnulls(${p.anzahl}, ${p.abrufe}, ${p.merkmale}) = 0 then '' else ${sql.join(
      [
        alsFeld(sql`${p.anzahl}::text`),
        alsFeld(sql`${p.abrufe}::text`),
        alsFeld(sql`array_to_string(${p.merkmale}, ',')`),
      ],
      sql` || `,
    )} end`,
  ],
  sql` || `,
);

const JE_SEITE = 10_000;

async function seiteNach(
  tx: Transaktion,
  { kette, nummer }: Pick<Kettenglied, 'kette' | 'nummer'>,
): Promise<Kettenglied[]> {
  return tx
    .select({
      kette: sql<string>`${p.kette}`,
      nummer: sql<number>`${p.nummer}`.mapWith(Number),
      vorher: sql<Buffer>`${p.vorher}`,
      hash: sql<Buffer>`${p.hash}`,
      inhalt: sql<string>`${INHALT}`,
    })
    .from(p)
    .where(sql`(${p.kette}, ${p.nummer}) > (${kette}, ${nummer})`)
    .orderBy(asc(p.kette), asc(p.nummer))
    .limit(JE_SEITE);
}

/** Every entry, chain after chain, in pages: two of them are in memory, the next one comes while the reader is at work. */
export async function* kettenglieder(tx: Transaktion): AsyncGenerator<readonly Kettenglied[]> {
  let naechste = seiteNach(tx, { kette: '', nummer: 0 });
  for (;;) {
    const seite = await naechste;
    const ende = seite.at(-1);
    if (ende === undefined) return;
    naechste = seiteNach(tx, ende);
    yield seite;
  }
}

/** The heads of all chains. */
export async function kettenkoepfe(tx: Transaktion): Promise<Kettenkopf[]> {
  const { kette, nummer, hash } = protokollkopf;
  return tx.select({ kette, nummer, hash }).from(protokollkopf).orderBy(asc(kette));
}

/** The heads that moved since they were last written outside. */
export async function unverankerteKoepfe(tx: Transaktion, hoechstens: number): Promise<Kettenkopf[]> {
  const { kette, nummer, hash, verankert } = protokollkopf;
  return tx
    .select({ kette, nummer, hash })
    .from(protokollkopf)
    .where(gt(nummer, verankert))
    .orderBy(asc(kette))
    .limit(hoechstens);
}

export type Ankerzeile = { readonly nummer: number; readonly am: Instant; readonly hash: Buffer };

/** The newest anchor the database knows of; null before the first. */
export async function letzterAnker(tx: Transaktion): Promise<Ankerzeile | null> {
  const [zeile] = await tx
    .select()
    .from(protokollanker)
    .orderBy(sql`${protokollanker.nummer} desc`)
    .limit(1);
  return zeile ?? null;
}

/** Remembers an anchor that is written outside, and up to where it knows each chain. */
export async function merkeAnker(
  tx: Transaktion,
  anker: Ankerzeile,
  koepfe: readonly Pick<Kettenkopf, 'kette' | 'nummer'>[],
): Promise<void> {
  await tx.insert(protokollanker).values(anker);
  const bekannt = JSON.stringify(koepfe.map(({ kette, nummer }) => ({ kette, nummer })));
  await tx.execute(sql`update ${protokollkopf} k set verankert = v.nummer
    from jsonb_to_recordset(${bekannt}::jsonb) as v(kette text, nummer bigint) where k.kette = v.kette`);
}

/** How many entries there are, whatever chain they name. */
export async function zaehleProtokoll(tx: Transaktion): Promise<number> {
  return tx.$count(protokoll);
}

/** All anchors the database knows of, oldest first. */
export async function ankerzeilen(tx: Transaktion): Promise<Ankerzeile[]> {
  return tx.select().from(protokollanker).orderBy(asc(protokollanker.nummer));
}

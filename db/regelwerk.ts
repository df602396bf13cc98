import { and, asc, eq, gt, isNull, lt, notExists, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Instant } from '../domain/frist/zeitzone.ts';
import { REGELWERK } from '../domain/vorgang/regelwerk.ts';
import type { Transaktion } from './client.ts';
import { laufenderFall } from './fallstaende.ts';
import { ausgang, fall, vorgang } from './schema/index.ts';

/** Vorgänge that hear of it in one transaction. */
const SEITE = 2_000;

const aelter = (stand: PgColumn): SQL =>
  lt(sql<number>`coalesce((${stand} ->> 'regelwerk')::int, 1)`, REGELWERK);
const LAUFENDE = {
  fall: and(laufenderFall, aelter(fall.stand)),
  vorgang: and(eq(vorgang.offen, true), aelter(vorgang.stand)),
};

/** How many Vorgänge that still carry duties run under older rules (11.5). */
export async function zaehleAeltere(tx: Transaktion): Promise<number> {
  return (await tx.$count(fall, LAUFENDE.fall)) + (await tx.$count(vorgang, LAUFENDE.vorgang));
}

/** Nobody is told again while the first message is on its way. */
function ungesagt(tx: Transaktion, an: PgColumn, id: PgColumn): SQL {
  const unterwegs = and(eq(an, id), eq(ausgang.art, 'regelwerk'), isNull(ausgang.zugestelltAm));
  return notExists(tx.select({ id: ausgang.id }).from(ausgang).where(unterwegs));
}

/** Everything to be told lies in one of these. */
export const REGELWERKTRAEGER = ['fall', 'vorgang'] as const;
type Traeger = (typeof REGELWERKTRAEGER)[number];

function naechste(tx: Transaktion, traeger: Traeger, nach: string): Promise<{ readonly id: string }[]> {
  if (traeger === 'fall') {
    const wo = and(gt(fall.id, nach), LAUFENDE.fall, ungesagt(tx, ausgang.fallId, fall.id));
    return tx.select({ id: fall.id }).from(fall).where(wo).orderBy(asc(fall.id)).limit(SEITE);
  }
  const wo = and(gt(vorgang.id, nach), LAUFENDE.vorgang, ungesagt(tx, ausgang.vorgangId, vorgang.id));
  return tx.select({ id: vorgang.id }).from(vorgang).where(wo).orderBy(asc(vorgang.id)).limit(SEITE);
}

/** Tells one page of them; `nach` = the last id of the page before. */
export async function kuendigeRegelwerkAn(
  tx: Transaktion,
  traeger: Traeger,
  { nach, am }: { readonly nach: string; readonly am: Instant },
): Promise<{ readonly gesagt: number; readonly nach: string | null }> {
  const ids = (await naechste(tx, traeger, nach)).map(({ id }) => id);
  const meldung = { art: 'regelwerk' as const, erstelltAm: am };
  const zeilen = ids.map((id) => ({
    ...meldung,
    id: sql`gen_random_uuid()`,
    ...(traeger === 'fall' ? { fallId: id } : { vorgangId: id }),
  }));
  if (zeilen.length > 0) await tx.insert(ausgang).values(zeilen);
  return { gesagt: ids.length, nach: ids.length < SEITE ? null : (ids.at(-1) ?? null) };
}

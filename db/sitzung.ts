import { and, eq, gt, or, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { alsKonto, kontofelder, type Kontozeile } from './mitarbeitende.ts';
import { mitarbeitende, sitzung, team } from './schema/index.ts';

export type Sitzungszeile = typeof sitzung.$inferSelect;

/** A session with who it belongs to; null where that account is gone. */
export type Sitzungskonto = { readonly sitzung: Sitzungszeile; readonly konto: Kontozeile | null };

/** Until when a session counts: used since, begun since, and its secret exchanged since. */
export type Sitzungsgrenzen = {
  readonly benutztSeit: Instant;
  readonly begonnenSeit: Instant;
  readonly gewechseltSeit: Instant;
};

export async function legeSitzungAn(
  tx: Transaktion,
  zeile: Omit<Sitzungszeile, 'vorige' | 'gewechseltAm' | 'zuletztAm'>,
): Promise<void> {
  const { begonnenAm } = zeile;
  await tx.insert(sitzung).values({ ...zeile, gewechseltAm: begonnenAm, zuletztAm: begonnenAm });
}

/** Of a secret that was exchanged a moment ago, too. */
function lebende(
  kennung: Buffer,
  { benutztSeit, begonnenSeit, gewechseltSeit }: Sitzungsgrenzen,
): SQL | undefined {
  const eben = and(eq(sitzung.vorige, kennung), gt(sitzung.gewechseltAm, gewechseltSeit));
  return and(
    or(eq(sitzung.kennung, kennung), eben),
    gt(sitzung.zuletztAm, benutztSeit),
    gt(sitzung.begonnenAm, begonnenSeit),
  );
}

/** The living session of a secret. */
export async function liesSitzung(
  tx: Transaktion,
  kennung: Buffer,
  grenzen: Sitzungsgrenzen,
): Promise<Sitzungszeile | null> {
  const [zeile] = await tx.select().from(sitzung).where(lebende(kennung, grenzen));
  return zeile ?? null;
}

/** The same with who it belongs to on a business day: every page asks, so it is one statement. */
export async function liesSitzungskonto(
  tx: Transaktion,
  kennung: Buffer,
  { heute, ...grenzen }: Sitzungsgrenzen & { readonly heute: Tag },
): Promise<Sitzungskonto | null> {
  const [zeile] = await tx
    .select({ sitzung, ...kontofelder(heute) })
    .from(sitzung)
    .leftJoin(mitarbeitende, eq(mitarbeitende.subjekt, sitzung.subjekt))
    .leftJoin(team, eq(team.id, mitarbeitende.teamId))
    .where(lebende(kennung, grenzen));
  if (zeile === undefined) return null;
  const { konto, team: wo, ...rest } = zeile;
  return {
    sitzung: zeile.sitzung,
    konto: konto === null || wo === null ? null : alsKonto({ ...rest, konto, team: wo }, heute),
  };
}

export async function merkeBenutzung(tx: Transaktion, kennung: Buffer, am: Instant): Promise<void> {
  await tx.update(sitzung).set({ zuletztAm: am }).where(eq(sitzung.kennung, kennung));
}

/** @returns false when another request of the session was quicker: its answer brings the new secret. */
export async function wechsleKennung(
  tx: Transaktion,
  { alt, neu, am }: { readonly alt: Buffer; readonly neu: Buffer; readonly am: Instant },
): Promise<boolean> {
  const gewechselt = await tx
    .update(sitzung)
    .set({ kennung: neu, vorige: alt, gewechseltAm: am, zuletztAm: am })
    .where(eq(sitzung.kennung, alt))
    .returning({ kennung: sitzung.kennung });
  return gewechselt.length > 0;
}

export async function loescheSitzung(tx: Transaktion, kennung: Buffer): Promise<void> {
  await tx.delete(sitzung).where(or(eq(sitzung.kennung, kennung), eq(sitzung.vorige, kennung)));
}

export async function loescheSitzungenVon(tx: Transaktion, subjekt: string): Promise<void> {
  await tx.delete(sitzung).where(eq(sitzung.subjekt, subjekt));
}

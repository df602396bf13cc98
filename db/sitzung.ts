import { and, eq, gt, or } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { sitzung } from './schema/index.ts';

export type Sitzungszeile = typeof sitzung.$inferSelect;

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

/** The living session of a secret; of one that was exchanged a moment ago, too. */
export async function liesSitzung(
  tx: Transaktion,
  kennung: Buffer,
  { benutztSeit, begonnenSeit, gewechseltSeit }: Sitzungsgrenzen,
): Promise<Sitzungszeile | null> {
  const eben = and(eq(sitzung.vorige, kennung), gt(sitzung.gewechseltAm, gewechseltSeit));
  const [zeile] = await tx
    .select()
    .from(sitzung)
    .where(
      and(
        or(eq(sitzung.kennung, kennung), eben),
        gt(sitzung.zuletztAm, benutztSeit),
        gt(sitzung.begonnenAm, begonnenSeit),
      ),
    );
  return zeile ?? null;
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

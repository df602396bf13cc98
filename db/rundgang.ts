import { and, asc, desc, eq, gt, inArray, isNull, lt, max } from 'drizzle-orm';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Vorgangsart } from '../domain/vorgang/aggregat.ts';
import type { Rundgangsstelle } from '../domain/vorgang/rundgang.ts';
import type { Transaktion } from './client.ts';
import { fall, fallEreignis, rundgang, vorgang, vorgangEreignis, wartung } from './schema/index.ts';

/** Ids of Vorgänge whose workflow has to run, the next ones in their order. */
export async function laufende(
  tx: Transaktion,
  { art, nach }: Rundgangsstelle,
  hoechstens: number,
): Promise<string[]> {
  const fuer = art === 'fall' ? fall : vorgang;
  const laeuft = art === 'fall' ? fall.laeuft : and(eq(vorgang.art, art), vorgang.offen);
  const zeilen = await tx
    .select({ id: fuer.id })
    .from(fuer)
    .where(and(laeuft, nach === null ? undefined : gt(fuer.id, nach)))
    .orderBy(asc(fuer.id))
    .limit(hoechstens);
  return zeilen.map(({ id }) => id);
}

/** Those of these Vorgänge whose last event is older: what just happened may have its workflow on the way. */
export async function stille(
  tx: Transaktion,
  art: Vorgangsart,
  { ids, seit }: { readonly ids: readonly string[]; readonly seit: Instant },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const tabelle = art === 'fall' ? fallEreignis : vorgangEreignis;
  const zeilen = await tx
    .select({ id: tabelle.vorgangId })
    .from(tabelle)
    .where(inArray(tabelle.vorgangId, [...ids]))
    .groupBy(tabelle.vorgangId)
    .having(lt(max(tabelle.am), seit));
  return zeilen.map(({ id }) => id);
}

export type Rundgangszeile = typeof rundgang.$inferSelect;

/** Writes down how a Rundgang ended, and forgets those from before `bisVor`. */
export async function schreibeRundgang(
  tx: Transaktion,
  zeile: Rundgangszeile,
  bisVor: Instant,
): Promise<void> {
  await tx.delete(rundgang).where(lt(rundgang.beendetAm, bisVor));
  await tx.insert(rundgang).values(zeile);
}

/** The newest Rundgang; null before the first. */
export async function letzterRundgang(tx: Transaktion): Promise<Rundgangszeile | null> {
  const [zeile] = await tx.select().from(rundgang).orderBy(desc(rundgang.beendetAm)).limit(1);
  return zeile ?? null;
}

/** Since when Rundgang and delivery stand still for a restore; null when they do not. */
export async function wartungSeit(tx: Transaktion): Promise<Instant | null> {
  const [zeile] = await tx.select({ seit: wartung.seit }).from(wartung).where(isNull(wartung.bis));
  return zeile?.seit ?? null;
}

/** @returns false where maintenance is on already */
export async function beginneWartung(tx: Transaktion, id: string, am: Instant): Promise<boolean> {
  const neu = await tx.insert(wartung).values({ id, seit: am }).onConflictDoNothing().returning();
  return neu.length > 0;
}

/** @returns false where there was none */
export async function beendeWartung(tx: Transaktion, am: Instant): Promise<boolean> {
  const beendet = await tx.update(wartung).set({ bis: am }).where(isNull(wartung.bis)).returning();
  return beendet.length > 0;
}

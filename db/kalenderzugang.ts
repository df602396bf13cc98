import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { alsKonto, kontofelder, type Kontozeile } from './mitarbeitende.ts';
import { fall, fallEreignis, kalenderzugang, mitarbeitende, team } from './schema/index.ts';
import { inSicht, type Sicht } from './sicht.ts';

type Zeile = typeof kalenderzugang.$inferSelect;

/** Since when an account has its address; null without one. */
export async function kalenderzugangSeit(tx: Transaktion, kontoId: string): Promise<Instant | null> {
  const { angelegtAm } = kalenderzugang;
  const [zeile] = await tx
    .select({ angelegtAm })
    .from(kalenderzugang)
    .where(eq(kalenderzugang.kontoId, kontoId));
  return zeile?.angelegtAm ?? null;
}

/** In place of the one before, which opens nothing any more. */
export async function setzeKalenderzugang(tx: Transaktion, zeile: Zeile): Promise<void> {
  const { pruefwert, angelegtAm } = zeile;
  await tx
    .insert(kalenderzugang)
    .values(zeile)
    .onConflictDoUpdate({ target: kalenderzugang.kontoId, set: { pruefwert, angelegtAm } });
}

/** @returns whether there was one */
export async function loescheKalenderzugang(tx: Transaktion, kontoId: string): Promise<boolean> {
  const weg = await tx
    .delete(kalenderzugang)
    .where(eq(kalenderzugang.kontoId, kontoId))
    .returning({ kontoId: kalenderzugang.kontoId });
  return weg.length > 0;
}

/** Whose calendar it is, as of a business day; null where the secret opens none. */
export async function kontoZumKalender(
  tx: Transaktion,
  pruefwert: Buffer,
  heute: Tag,
): Promise<Kontozeile | null> {
  const [zeile] = await tx
    .select(kontofelder(heute))
    .from(kalenderzugang)
    .innerJoin(mitarbeitende, eq(mitarbeitende.id, kalenderzugang.kontoId))
    .innerJoin(team, eq(team.id, mitarbeitende.teamId))
    .where(eq(kalenderzugang.pruefwert, pruefwert));
  return zeile === undefined ? null : alsKonto(zeile, heute);
}

/** How far a case has come: number and instant of its last event. */
export type Fallfortschritt = { readonly sequenz: number; readonly zuletzt: Instant | null };

export async function liesFortschritte(
  tx: Transaktion,
  faelle: readonly string[],
): Promise<ReadonlyMap<string, Fallfortschritt>> {
  if (faelle.length === 0) return new Map();
  const zuletzt = sql<Instant | null>`${fall.stand} ->> 'zuletzt'`;
  const zeilen = await tx
    .select({ id: fall.id, sequenz: fall.sequenz, zuletzt })
    .from(fall)
    .where(inArray(fall.id, [...faelle]));
  return new Map(zeilen.map(({ id, ...fortschritt }) => [id, fortschritt]));
}

/** Cases for which an appointment from this day on was ever recorded; whether one of a handover still stands says its protocol. */
export async function faelleMitTermin(
  tx: Transaktion,
  sicht: Sicht,
  heute: Tag,
): Promise<{ id: string; fallnummer: string }[]> {
  const { id, fallnummer } = fall;
  const hatTermin = sql`exists (select from ${fallEreignis} e where e.fall_id = ${fall.id}
    and e.art in ('uebernahmegespraech_vereinbart', 'termin_verlegt', 'kontakt_erfasst') and e.daten ->> 'termin' >= ${heute})`;
  return tx
    .select({ id, fallnummer })
    .from(fall)
    .where(and(fall.offen, inSicht(fall, sicht), hatTermin))
    .orderBy(fallnummer);
}

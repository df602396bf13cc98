import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { fall, person } from './schema/index.ts';

/** A case that still has somebody responsible: open, or with duties after its end. */
const laufend = or(eq(fall.offen, true), sql`cardinality(${fall.neben}) > 0`);

/** Cases a colleague is responsible for as Fallmanager. */
export async function faelleAlsFm(
  tx: Transaktion,
  id: string,
): Promise<{ id: string; fallnummer: string; zustand: string }[]> {
  const felder = { id: fall.id, fallnummer: fall.fallnummer, zustand: fall.zustand };
  return tx
    .select(felder)
    .from(fall)
    .where(and(eq(fall.fmId, id), laufend))
    .orderBy(asc(fall.fallnummer));
}

/** Cases in which a colleague is the pAp to be told. */
export async function faelleAlsPap(
  tx: Transaktion,
  id: string,
): Promise<{ id: string; fallnummer: string; zustand: string }[]> {
  const felder = { id: fall.id, fallnummer: fall.fallnummer, zustand: fall.zustand };
  return tx
    .select(felder)
    .from(fall)
    .where(and(eq(fall.papId, id), laufend))
    .orderBy(asc(fall.fallnummer));
}

/** Persons a colleague looks after as pAp. */
export async function personenAlsPap(tx: Transaktion, id: string): Promise<string[]> {
  const zeilen = await tx
    .select({ id: person.id })
    .from(person)
    .where(eq(person.papId, id))
    .orderBy(asc(person.id));
  return zeilen.map((zeile) => zeile.id);
}

/** Would anything be left without somebody responsible if the colleague went? */
export async function liegtNochWas(tx: Transaktion, id: string): Promise<boolean> {
  const gefunden = await Promise.all([
    tx
      .select({ id: fall.id })
      .from(fall)
      .where(and(eq(fall.fmId, id), laufend))
      .limit(1),
    tx
      .select({ id: fall.id })
      .from(fall)
      .where(and(eq(fall.papId, id), laufend))
      .limit(1),
    tx.select({ id: person.id }).from(person).where(eq(person.papId, id)).limit(1),
  ]);
  return gefunden.some((zeilen) => zeilen.length > 0);
}

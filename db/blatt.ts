import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { zeilennamen } from '../domain/tabelle.ts';
import type { Transaktion } from './client.ts';

/** Which part of a list is wanted. */
export type Blatt = { readonly limit: number; readonly offset: number };

/** One page of rows and the number of all rows. */
export type Auszug<Zeile> = { readonly zeilen: Zeile[]; readonly gesamt: number };

/** Number of all rows, beside each row of a page. */
export const gesamt = sql<number>`(count(*) over())::int`;

/** `feld` upwards, `-feld` downwards. */
export function ordnung<Feld extends string>(
  wahl: Feld | `-${Feld}`,
  spalten: Record<Feld, PgColumn | SQL>,
): SQL {
  for (const feld of zeilennamen(spalten)) {
    if (wahl === feld) return sql`${asc(spalten[feld])} nulls last`;
    if (wahl === `-${feld}`) return sql`${desc(spalten[feld])} nulls last`;
  }
  throw new Error(`Nach ${wahl} lässt sich nicht ordnen`);
}

/** So far beyond its page a list of the whole house is counted. */
export const ZAEHLT_WEITER = 1_000;

/**
 * Number of all rows of a list that may be as long as the house: exact up to a thousand beyond the page, else that many. So it is never
 * less than what is still to come, and a page costs the same in every house (ADR 64).
 */
export async function zaehle(
  tx: Transaktion,
  tabelle: PgTable,
  { gesucht, limit, offset }: Blatt & { readonly gesucht: SQL | undefined },
): Promise<number> {
  const begrenzt = tx
    .select({ eins: sql`1`.as('eins') })
    .from(tabelle)
    .where(gesucht)
    .limit(offset + limit + ZAEHLT_WEITER)
    .as('begrenzt');
  const [zeile] = await tx.select({ anzahl: sql<number>`count(*)::int` }).from(begrenzt);
  return zeile?.anzahl ?? 0;
}

/** Takes the count off the rows; a page behind the end has no row that could carry it. */
export function auszug<Zeile extends { gesamt: number }>(zeilen: Zeile[]): Auszug<Omit<Zeile, 'gesamt'>> {
  const gesamt = zeilen[0]?.gesamt ?? 0;
  return { gesamt, zeilen: zeilen.map(ohneGesamt) };
}

function ohneGesamt<Zeile extends { gesamt: number }>(zeile: Zeile): Omit<Zeile, 'gesamt'> {
  const rest: Omit<Zeile, 'gesamt'> & { gesamt?: number } = { ...zeile };
  delete rest.gesamt;
  return rest;
}

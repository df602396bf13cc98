import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { zeilennamen } from '../domain/tabelle.ts';

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

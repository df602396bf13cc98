import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Rundgangsergebnis } from '../../domain/vorgang/rundgang.ts';
import { instant } from './instant.ts';

/** Each Rundgang over the open Vorgänge (ADR 55); counts only. */
export const rundgang = pgTable(
  'rundgang',
  {
    id: uuid().primaryKey(),
    begonnenAm: instant().notNull(),
    beendetAm: instant().notNull(),
    geprueft: integer().notNull(),
    fehlend: integer().notNull(),
    neuGestartet: integer().notNull(),
    ergebnis: text().$type<Rundgangsergebnis>().notNull(),
  },
  (t) => [index().on(t.beendetAm)],
);

/** While one is not ended, Rundgang and delivery stand still: a backup is being restored. */
export const wartung = pgTable(
  'wartung',
  { id: uuid().primaryKey(), seit: instant().notNull(), bis: instant() },
  (t) => [
    uniqueIndex('wartung_nur_eine')
      .on(sql`(true)`)
      .where(sql`${t.bis} is null`),
  ],
);

/**
 * One row that counts the changes of the master data a process may keep in memory (db/stammdaten.ts, ADR 63). Triggers move it on
 * when the change is committed.
 */
export const stammdatenstand = pgTable('stammdatenstand', {
  id: integer().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
});

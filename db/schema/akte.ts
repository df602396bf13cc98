import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import type { Herleitungsschritt } from '../../domain/frist/auftrag.ts';
import type { Fristid } from '../../domain/kennungen.ts';
import type { Fristlauf, Friststatus } from '../../domain/pflicht/frist.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';

/** What a table of a record belongs to: the column that names the Vorgang, and the table of its head. */
type Zuordnung = { readonly spalte: string; readonly ziel: () => AnyPgColumn };

/** The record itself: append-only, unique per Vorgang and sequence number (V-71, V-76). */
export function ereignistabelle(name: string, { spalte, ziel }: Zuordnung) {
  return pgTable(
    name,
    {
      id: text().primaryKey(),
      vorgangId: uuid(spalte).notNull().references(ziel),
      sequenz: integer().notNull(),
      art: text().notNull(),
      am: instant().notNull(),
      akteur: uuid().references(() => mitarbeitende.id),
      /** Whom the actor represented. */
      fuer: uuid().references(() => mitarbeitende.id),
      befehlId: text().notNull(),
      /** The event as its kind of Vorgang knows it; its own queries give it that type. */
      daten: jsonb().$type<AllgemeinesEreignis>().notNull(),
      gespeichertAm: instant()
        .notNull()
        .default(sql`now()`),
    },
    (t) => [
      unique(`${name}_folge`).on(t.vorgangId, t.sequenz),
      index().on(t.befehlId),
      index().on(t.akteur),
      index().on(t.fuer),
    ],
  );
}

/** Every duty of a Vorgang, past and present, with its derivation in words. */
export function fristtabelle(name: string, { spalte, ziel }: Zuordnung) {
  return pgTable(
    name,
    {
      vorgangId: uuid(spalte).notNull().references(ziel),
      fristId: text().$type<Fristid>().notNull(),
      vorkommen: integer().notNull(),
      beginn: date({ mode: 'string' }).notNull(),
      roh: date({ mode: 'string' }).notNull(),
      faellig: date({ mode: 'string' }).notNull(),
      status: text().$type<Friststatus>().notNull(),
      lauf: text().$type<Fristlauf>().notNull(),
      offen: boolean().notNull(),
      ruht: boolean().notNull(),
      herleitung: jsonb().$type<readonly Herleitungsschritt[]>().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.vorgangId, t.fristId, t.vorkommen] }),
      index(`${name}_offene`)
        .on(t.faellig)
        .where(sql`${t.offen} and not ${t.ruht}`),
    ],
  );
}

export type Ereignistabelle = ReturnType<typeof ereignistabelle>;
export type Fristtabelle = ReturnType<typeof fristtabelle>;

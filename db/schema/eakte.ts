import { date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { fall } from './fall.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';

/** A document of the eAkte a case refers to (001 2.2): number, day, title; never the file. */
export const eaktenverweis = pgTable(
  'eaktenverweis',
  {
    id: uuid().primaryKey(),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    nummer: text().notNull(),
    datum: date({ mode: 'string' }).notNull(),
    /** Null where a Vertretung recorded only that something arrived (R08). */
    titel: text(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.fallId), index().on(t.erfasstVon)],
);

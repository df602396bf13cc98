import { date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { RUECKNAHMEGRUENDE } from '../../domain/rollen/eaktenrechte.ts';
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
    /** Null once it was taken back, like day and title: it may be another person's. */
    nummer: text(),
    datum: date({ mode: 'string' }),
    /** Null where a Vertretung recorded only that something arrived (R08). */
    titel: text(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    zurueckgenommenAm: instant(),
    zurueckgenommenVon: uuid().references(() => mitarbeitende.id),
    ruecknahmegrund: text({ enum: RUECKNAHMEGRUENDE }),
  },
  (t) => [index().on(t.fallId), index().on(t.erfasstVon), index().on(t.zurueckgenommenVon)],
);

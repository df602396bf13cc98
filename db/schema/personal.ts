import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Abwesenheitsgrund } from '../../domain/organisation/abwesenheit.ts';
import { NACHWEISARTEN } from '../../domain/organisation/nachweis.ts';
import type { Qualifikationsthema } from '../../domain/organisation/qualifikation.ts';
import { instant } from './instant.ts';
import { mitarbeitende, team } from './organisation.ts';

/** Absences of the staff (E39), whole days; a cancelled one stays with the instant it was cancelled. */
export const abwesenheit = pgTable(
  'abwesenheit',
  {
    id: uuid().primaryKey(),
    mitarbeitendeId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }).notNull(),
    grund: text().$type<Abwesenheitsgrund>().notNull(),
    version: integer().notNull().default(1),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    storniertAm: instant(),
  },
  (t) => [
    index('abwesenheit_geltende')
      .on(t.mitarbeitendeId, t.von, t.bis)
      .where(sql`${t.storniertAm} is null`),
    index().on(t.erfasstVon),
    check('abwesenheit_zeitraum', sql`${t.von} <= ${t.bis}`),
  ],
);

/** Vertretungsring of a team (E44). Every version is kept; the newest holds. `mitglieder` in the order of the ring. */
export const vertretungsring = pgTable(
  'vertretungsring',
  {
    teamId: uuid()
      .notNull()
      .references(() => team.id),
    version: integer().notNull(),
    mitglieder: uuid().array().notNull(),
    festgelegtAm: instant().notNull(),
    festgelegtVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.version] }), index().on(t.festgelegtVon)],
);

/** Trainings the staff attended (E39, K-73); a repetition is a new row. */
export const qualifikation = pgTable(
  'qualifikation',
  {
    id: uuid().primaryKey(),
    mitarbeitendeId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    thema: text().$type<Qualifikationsthema>().notNull(),
    am: date({ mode: 'string' }).notNull(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.mitarbeitendeId), index().on(t.erfasstVon)],
);

/** What an external Fallmanagement proved (003 ch8); of one kind the newest row counts. */
export const externnachweis = pgTable(
  'externnachweis',
  {
    id: uuid().primaryKey(),
    mitarbeitendeId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    art: text({ enum: NACHWEISARTEN }).notNull(),
    ausgestelltAm: date({ mode: 'string' }).notNull(),
    gueltigBis: date({ mode: 'string' }).notNull(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.mitarbeitendeId), index().on(t.erfasstVon)],
);

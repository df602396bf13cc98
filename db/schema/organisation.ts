import { instant } from './instant.ts';
import { boolean, date, index, integer, jsonb, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Rolle, Zielstelle } from '../../domain/kennungen.ts';
import type { Policywahl } from '../../domain/policy/policy.ts';
import type { Sprache } from '../../domain/sprachen.ts';

/** Teams (E40): the Organisationszeichen is data, never a constant in code. */
export const team = pgTable('team', {
  id: uuid().primaryKey(),
  kennzeichen: text().notNull().unique(),
  art: text().$type<'fallmanagement' | 'vermittlung'>().notNull(),
  land: text().notNull(),
  /** Specialised care this team gives: cases are passed on to it as cases of its own (TR16, 001 8.0). */
  zielstelle: text().$type<Zielstelle>().unique(),
  /** Visits are not owed to a team that works next door to the Fallmanagement (T-42, Team 623). */
  ohneKontaktFm: boolean().notNull().default(false),
  version: integer().notNull().default(1),
});

/** Staff (E39). `subjekt` is the `sub` of the identity provider; it identifies, roles stand here. */
export const mitarbeitende = pgTable(
  'mitarbeitende',
  {
    id: uuid().primaryKey(),
    subjekt: text().notNull().unique(),
    anzeigename: text().notNull(),
    email: text().notNull(),
    rolle: text().$type<Rolle>().notNull(),
    teamId: uuid()
      .notNull()
      .references(() => team.id),
    anteil: numeric({ precision: 3, scale: 2, mode: 'number' }).notNull().default(1),
    aktiv: boolean().notNull().default(true),
    /** First and last day of work; before and after them there is no access. */
    aktivAb: date({ mode: 'string' }).notNull().default('1995-01-01'),
    aktivBis: date({ mode: 'string' }),
    /** Languages the colleague counsels in. */
    sprachen: text().array().$type<Sprache[]>().notNull().default([]),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.teamId), index().on(t.rolle), index().on(t.anzeigename, t.id)],
);

/** Which teams a Teamleitung leads, a Bereichsleitung oversees, Controlling looks at. */
export const teamverantwortung = pgTable(
  'teamverantwortung',
  {
    id: uuid().primaryKey(),
    mitarbeitendeId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    teamId: uuid()
      .notNull()
      .references(() => team.id),
  },
  (t) => [index().on(t.mitarbeitendeId), index().on(t.teamId)],
);

/**
 * Policy versions of the office (E48), never changed once written; the newest approved one with `gueltigAb` ≤ business
 * day is what a new case gets.
 */
export const policyversion = pgTable(
  'policyversion',
  {
    name: text().primaryKey(),
    wahl: jsonb().$type<Policywahl>().notNull(),
    gueltigAb: date({ mode: 'string' }).notNull(),
    begruendung: text().notNull().default(''),
    /** null = it came with the installation. */
    entworfenVon: uuid().references(() => mitarbeitende.id),
    entworfenAm: instant(),
  },
  (t) => [index().on(t.entworfenVon)],
);

/**
 * Own closing days and later corrections of the holiday table, each with its reason (architecture.md 4). Rows stay: a later one
 * of the same day and scope replaces an earlier one (ADR 60).
 */
export const kalenderabweichung = pgTable(
  'kalenderabweichung',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Which of two rows is the later one: two may carry the same instant. */
    nr: integer().generatedAlwaysAsIdentity().notNull(),
    tag: date({ mode: 'string' }).notNull(),
    /** null = the whole house. */
    teamId: uuid().references(() => team.id),
    /** null = taken back: what stands below decides again. */
    frei: boolean(),
    grund: text().notNull(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid().references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.tag, t.nr), index().on(t.teamId), index().on(t.erfasstVon)],
);

/** Speaking case numbers F-2026-00123, counted per year. */
export const fallnummernkreis = pgTable('fallnummernkreis', {
  jahr: integer().primaryKey(),
  letzte: integer().notNull(),
});

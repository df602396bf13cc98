import { boolean, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Leistungsart } from '../../domain/leistung/leistung.ts';
import type { Kooperationspunkte, Problemfeld, Traegergruppe } from '../../domain/leistung/verzeichnis.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';

/** Directory of Leistungserbringer (E23): the four columns of the table in 003 ch6, and what referrals need to know. */
export const leistungserbringer = pgTable(
  'leistungserbringer',
  {
    id: uuid().primaryKey(),
    problemfelder: text().array().$type<Problemfeld[]>().notNull(),
    wasIstZuVeranlassen: text().notNull(),
    name: text().notNull(),
    anschrift: text().notNull(),
    ansprechpartner: text().notNull(),
    telefon: text().notNull(),
    email: text().notNull(),
    leistungen: text().notNull(),
    traegergruppe: text().$type<Traegergruppe>().notNull(),
    /** Numbers of § 16a SGB II it works in; empty where it works beside it. */
    leistungsarten: text().array().$type<Leistungsart[]>().notNull(),
    kapazitaet: integer(),
    /** Days until the beginning it promises (T-19). */
    wartezeitTage: integer(),
    /** Self-help and the like (001 5.2). */
    informell: boolean().notNull(),
    /** V-53: why there is no Kooperationsvereinbarung. */
    formlosGrund: text(),
    themenverantwortlichId: uuid().references(() => mitarbeitende.id),
    aktiv: boolean().notNull().default(true),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.problemfelder), index().on(t.themenverantwortlichId)],
);

/** Kooperationsvereinbarung (E24) with its twelve points; never changed, a new version is a row of its own. */
export const kooperationsvereinbarung = pgTable(
  'kooperationsvereinbarung',
  {
    id: uuid().primaryKey(),
    leistungserbringerId: uuid()
      .notNull()
      .references(() => leistungserbringer.id),
    gueltigAb: date({ mode: 'string' }).notNull(),
    /** Last day; null while nobody has terminated it. */
    gueltigBis: date({ mode: 'string' }),
    punkte: jsonb().$type<Kooperationspunkte>().notNull(),
    /** T-48: a yearly report is agreed. */
    jahresbericht: boolean().notNull(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.leistungserbringerId), index().on(t.erfasstVon)],
);

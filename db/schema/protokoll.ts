import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Datenklasse } from '../../domain/rollen/matrix.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { bytes } from './bytes.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';

const nummer = () => bigint({ mode: 'number' });

/**
 * Audit (E47, K7): who changed or read what when (DS-29); written in the same transaction, never changed. The last four
 * columns chain the entries and are the database's own business (0008_protokollkette.sql, 0030_lesespur.sql).
 */
export const protokoll = pgTable(
  'protokoll',
  {
    id: uuid().primaryKey(),
    am: instant().notNull(),
    akteurId: uuid().references(() => mitarbeitende.id),
    /** Whom the actor represented. */
    fuerId: uuid().references(() => mitarbeitende.id),
    aktion: text().notNull(),
    rechtsgrundlage: text(),
    /** What the entry belongs to: a Fall, another Vorgang or a person; nothing = the house. */
    fallId: uuid(),
    vorgangId: uuid(),
    personId: uuid(),
    gegenstand: text(),
    befehlId: text(),
    /** Of the actor at that moment; PostgreSQL writes it (0008). */
    rolle: text().$type<Rolle>(),
    /** Why somebody read: relations with the id of what they rest on, never free text (DS-32). */
    grund: text(),
    /** What a read gave. */
    klassen: text().array().$type<readonly Datenklasse[]>(),
    /** Of a list or a search: how many rows it showed, in how many requests, and its filters, each as `field=hash` (ADR 61). */
    anzahl: integer(),
    abrufe: integer(),
    merkmale: text().array().$type<readonly string[]>(),
    gespeichertAm: instant()
      .notNull()
      .default(sql`now()`),
    kette: text(),
    nummer: nummer(),
    vorher: bytes(),
    hash: bytes(),
  },
  (t) => [
    index().on(t.fallId),
    index().on(t.vorgangId),
    index().on(t.personId),
    index().on(t.akteurId, t.am),
    index().on(t.fuerId),
    index().on(t.befehlId),
    index().on(t.am),
    // The order in which the log is read.
    index('protokoll_neueste').on(t.gespeichertAm, t.nummer, t.id),
    index('protokoll_merkmale')
      .using('gin', t.merkmale)
      .where(sql`${t.merkmale} is not null`),
    unique('protokoll_folge').on(t.kette, t.nummer),
  ],
);

/**
 * What an account is reading page by page, until it becomes one entry of the audit (ADR 61): one row per account and list.
 * Only functions of the owner write here, so that nobody takes anything back before it is chained.
 */
export const lesespur = pgTable(
  'lesespur',
  {
    akteurId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    liste: text().notNull(),
    merkmale: text().array().notNull(),
    anzahl: integer().notNull(),
    abrufe: integer().notNull(),
    begonnenAm: instant().notNull(),
    zuletztAm: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.akteurId, t.liste] })],
);

/** The newest entry of each chain; `verankert`: up to which number an anchor outside knows it. */
export const protokollkopf = pgTable('protokollkopf', {
  kette: text().primaryKey(),
  nummer: nummer().notNull(),
  vorher: bytes().notNull(),
  hash: bytes().notNull(),
  verankert: nummer().notNull().default(0),
});

/** The anchors written outside, so that a missing one is noticed; what they say is only there. */
export const protokollanker = pgTable('protokollanker', {
  nummer: integer().primaryKey(),
  am: instant().notNull(),
  hash: bytes().notNull(),
});

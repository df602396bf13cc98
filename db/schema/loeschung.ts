import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Bedarfsentscheidung, Pruefanlass } from '../../domain/loeschung/pruefung.ts';
import type { Bestreitungsstand } from '../../domain/loeschung/bestreitung.ts';
import type { Datenklasse } from '../../domain/rollen/matrix.ts';
import { fall } from './fall.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';
import { person } from './person.ts';

const wer = () => uuid().references(() => mitarbeitende.id);

/** Löschsperre (legal hold): nothing of the case, or of the person with all cases, is erased while it stands. */
export const loeschsperre = pgTable(
  'loeschsperre',
  {
    id: uuid().primaryKey(),
    fallId: uuid().references(() => fall.id),
    personId: uuid().references(() => person.id),
    grund: text().notNull(),
    gesetztAm: instant().notNull(),
    gesetztVon: wer().notNull(),
    aufgehobenAm: instant(),
    aufgehobenVon: wer(),
    aufhebungsgrund: text(),
  },
  (t) => [
    index().on(t.fallId),
    index().on(t.personId),
    index().on(t.gesetztVon),
    index().on(t.aufgehobenVon),
    check('loeschsperre_ein_gegenstand', sql`num_nonnulls(${t.fallId}, ${t.personId}) = 1`),
  ],
);

/** Request to erase before the period is over: a second person confirms, then seven days to change one's mind. */
export const loeschantrag = pgTable(
  'loeschantrag',
  {
    id: uuid().primaryKey(),
    fallId: uuid().references(() => fall.id),
    personId: uuid().references(() => person.id),
    /** One text of the case; null = all of it. Without reference: the text goes first. */
    dokumentId: uuid(),
    grund: text().notNull(),
    beantragtAm: instant().notNull(),
    beantragtVon: wer().notNull(),
    bestaetigtAm: instant(),
    bestaetigtVon: wer(),
    /** Day from which it is carried out. */
    vollzugAb: date({ mode: 'string' }),
    zurueckgenommenAm: instant(),
    zurueckgenommenVon: wer(),
    vollzogenAm: instant(),
  },
  (t) => [
    index().on(t.fallId),
    index().on(t.personId),
    index().on(t.beantragtVon),
    index().on(t.bestaetigtVon),
    index().on(t.zurueckgenommenVon),
    index('loeschantrag_offener')
      .on(t.vollzugAb)
      .where(sql`${t.zurueckgenommenAm} is null and ${t.vollzogenAm} is null`),
    check('loeschantrag_zwei_personen', sql`${t.bestaetigtVon} <> ${t.beantragtVon}`),
    check('loeschantrag_ein_gegenstand', sql`num_nonnulls(${t.fallId}, ${t.personId}) = 1`),
  ],
);

/** "Bedarf noch nötig?" (T-30): one question per occasion and year, answered item by item. */
export const bedarfspruefung = pgTable(
  'bedarfspruefung',
  {
    id: uuid().primaryKey(),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    anlass: text().$type<Pruefanlass>().notNull(),
    /** The Handlungsbedarf that was abgebaut; null for a Fallabgang. */
    handlungsbedarfId: uuid(),
    faelligAm: date({ mode: 'string' }).notNull(),
    erstelltAm: instant().notNull(),
    entschiedenAm: instant(),
    entschiedenVon: wer(),
  },
  (t) => [index().on(t.fallId), index().on(t.entschiedenVon)],
);

/** The answer for one item: kept with a reason, or to be erased (T-30). */
export const bedarfsentscheidung = pgTable(
  'bedarfsentscheidung',
  {
    pruefungId: uuid()
      .notNull()
      .references(() => bedarfspruefung.id),
    dokumentId: uuid().notNull(),
    entscheidung: text().$type<Bedarfsentscheidung>().notNull(),
    grund: text().notNull(),
  },
  (t) => [uniqueIndex('bedarfsentscheidung_je_unterlage').on(t.pruefungId, t.dokumentId)],
);

/** The person disputes a recorded item (§ 84 SGB X): marked with their own words until it is resolved. */
export const bestreitung = pgTable(
  'bestreitung',
  {
    id: uuid().primaryKey(),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    /** The disputed text; its statement is a document of the same case and class. */
    dokumentId: uuid().notNull(),
    stellungnahmeId: uuid().notNull(),
    klasse: text().$type<Datenklasse>().notNull(),
    stand: text().$type<Bestreitungsstand>().notNull(),
    erfasstAm: instant().notNull(),
    erfasstVon: wer().notNull(),
    erledigtAm: instant(),
    erledigtVon: wer(),
    /** Why the office keeps its version; null when it was corrected (TR58). */
    grund: text(),
  },
  (t) => [
    index().on(t.fallId),
    index().on(t.erfasstVon),
    index().on(t.erledigtVon),
    uniqueIndex('bestreitung_eine_offene')
      .on(t.dokumentId)
      .where(sql`${t.stand} = 'bestritten'`),
  ],
);

/** Up to which line of the ledger this database is erased; a restored backup is behind it (DS-32). One row. */
export const loeschstand = pgTable('loeschstand', {
  id: integer().primaryKey(),
  zeile: integer().notNull(),
});

import { instant } from './instant.ts';
import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Hbstatus, Profillage, Schluesselgruppe } from '../../domain/kennungen.ts';
import type {
  Erkennungsphase,
  Handlungsfeld,
  Instrument,
  Ressource,
} from '../../domain/zugang/handlungsfeld.ts';
import { NEUZUGANGSGRUENDE } from '../../domain/zugang/neuzugang.ts';
import type { Sprache } from '../../domain/sprachen.ts';
import { mitarbeitende } from './organisation.ts';

/** Bewerber/in (E01). Names and numbers (K0) live here and nowhere else. */
export const person = pgTable(
  'person',
  {
    id: uuid().primaryKey(),
    kundennummer: text().notNull().unique(),
    bgNummer: text().notNull(),
    name: text().notNull(),
    geburtsdatum: date({ mode: 'string' }).notNull(),
    rechtskreis: text().$type<'sgb_ii' | 'sgb_iii' | 'sonstiger'>().notNull(),
    erwerbsfaehig: boolean().notNull(),
    /** V-79: with them the person is no eLb of this Jobcenter any more. */
    verstorbenAm: date({ mode: 'string' }),
    verzogenAm: date({ mode: 'string' }),
    zurArbeitsvermittlungAngemeldet: boolean().notNull().default(true),
    papId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    /** The FM U25 of a person under 25, kept until the case is handed over (R09, T-14). */
    fmU25Id: uuid().references(() => mitarbeitende.id),
    /** Language in which the person can be counselled; null where German will do. */
    bevorzugteSprache: text().$type<Sprache>(),
    /** Starts the Löschfrist of a file nobody wrote in again. */
    angelegtAm: instant()
      .notNull()
      .default(sql`now()`),
    version: integer().notNull().default(1),
  },
  (t) => [
    index().on(t.papId),
    index().on(t.fmU25Id),
    index().on(t.name, t.id),
    // Whether somebody is here already is asked by it (E01).
    index().on(t.geburtsdatum),
  ],
);

/** Begleitperson (E03), K0: somebody who wants to hear of cancelled appointments. */
export const begleitperson = pgTable(
  'begleitperson',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    rolle: text().$type<'betreuer' | 'familie' | 'sonstige'>().notNull(),
    name: text().notNull(),
    kontakt: text().notNull(),
    beiTerminabsageInformieren: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    angelegtAm: instant().notNull(),
  },
  (t) => [index().on(t.personId)],
);

/** Since when a person draws benefits, and why (E01): one at a time, K2, for figures alone. */
export const neuzugang = pgTable(
  'neuzugang',
  {
    personId: uuid()
      .primaryKey()
      .references(() => person.id),
    am: date({ mode: 'string' }).notNull(),
    grund: text({ enum: NEUZUGANGSGRUENDE }).notNull(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.erfasstVon)],
);

/** Profiling (E04): every version is kept; the newest by `datum` counts. */
export const profiling = pgTable(
  'profiling',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    datum: date({ mode: 'string' }).notNull(),
    profillage: text().$type<Profillage>(),
    anlass: text().$type<'erst' | 'fortschreibung' | 'fallabgang'>().notNull(),
    abgesichert: boolean().notNull().default(false),
    /** Null where nobody said anything, and in a version from before Lotse asked. */
    ressourcen: jsonb().$type<readonly Ressource[]>(),
    erstelltVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    erfasstAm: instant().notNull(),
  },
  (t) => [index().on(t.personId), index().on(t.erstelltVon)],
);

/** Handlungsbedarf (E05) in its present form. */
export const handlungsbedarf = pgTable(
  'handlungsbedarf',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    schluesselgruppe: text().$type<Schluesselgruppe>().notNull(),
    bezeichnung: text().notNull(),
    status: text().$type<Hbstatus>().notNull(),
    erkanntAm: date({ mode: 'string' }).notNull(),
    erkanntVon: text().$type<'pap' | 'fm' | 'jour_fixe' | 'fm_u25'>().notNull(),
    /** Null where it was recorded before Lotse looked at the phase. */
    erkanntInPhase: text().$type<Erkennungsphase>(),
    massgeblichFuerUebergabe: boolean().notNull().default(false),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.personId)],
);

/** Every change of a Handlungsbedarf, so that its history can be told. */
export const handlungsbedarfVerlauf = pgTable(
  'handlungsbedarf_verlauf',
  {
    id: uuid().primaryKey(),
    handlungsbedarfId: uuid()
      .notNull()
      .references(() => handlungsbedarf.id),
    status: text().$type<Hbstatus>().notNull(),
    am: date({ mode: 'string' }).notNull(),
    erfasstAm: instant().notNull(),
    von: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.handlungsbedarfId), index().on(t.von)],
);

/**
 * What of a Handlungsbedarf is K4 as a whole: a blank beside the K2 of the others would betray the rest. The instrument
 * names services, which hint at debts or addiction.
 */
export const handlungsbedarfNaeheres = pgTable(
  'handlungsbedarf_naeheres',
  {
    handlungsbedarfId: uuid()
      .primaryKey()
      .references(() => handlungsbedarf.id),
    handlungsfeld: text().$type<Handlungsfeld>(),
    wirksamesInstrument: text().$type<Instrument>(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.erfasstVon)],
);

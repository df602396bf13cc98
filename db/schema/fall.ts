import { instant } from './instant.ts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { aufHeutigenStand } from '../../domain/fall/altstand.ts';
import type { Auffaelligkeit, BestehenderFall } from '../../domain/fall/fall.ts';
import type { Herkunft } from '../../domain/fall/herkunft.ts';
import type { Abgangsgrund, Zustand } from '../../domain/kennungen.ts';
import { ereignistabelle, fristtabelle } from './akte.ts';
import { mitarbeitende, team } from './organisation.ts';
import { person } from './person.ts';

/** The folded state, brought to today's shape whenever it is read: a case outlives many releases. */
const fallstand = customType<{ data: BestehenderFall; driverData: string | BestehenderFall }>({
  dataType: () => 'jsonb',
  toDriver: (stand) => JSON.stringify(stand),
  fromDriver: (wert) =>
    aufHeutigenStand(typeof wert === 'string' ? (JSON.parse(wert) as BestehenderFall) : wert),
});

/** Projection of a case: what lists need, and the folded state that can rebuild its workflow. */
export const fall = pgTable(
  'fall',
  {
    id: uuid().primaryKey(),
    fallnummer: text().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    zustand: text().$type<Zustand>().notNull(),
    offen: boolean().notNull(),
    /** Duties may still come, so its workflow runs (zustaende.md 6). */
    laeuft: boolean().notNull().default(true),
    neben: text().array().notNull().default([]),
    teamId: uuid()
      .notNull()
      .references(() => team.id),
    fmId: uuid().references(() => mitarbeitende.id),
    papId: uuid().references(() => mitarbeitende.id),
    aufnehmenderPapId: uuid().references(() => mitarbeitende.id),
    /** External Fallmanagement the case is entrusted to. */
    externId: uuid().references(() => mitarbeitende.id),
    /** FM U25 or AV of the Jour-Fixe who handed over (R09, R11). */
    abgebendId: uuid().references(() => mitarbeitende.id),
    /** Specialised FM the person was passed on to (TR16, R10). */
    weitergeleitetAnId: uuid().references(() => mitarbeitende.id),
    herkunft: text().$type<Herkunft>().notNull().default('pap'),
    /** TR49: the case this one follows, and the how-manieth admission it is. No reference: it may be erased first (TR53). */
    vorgaengerFallId: uuid(),
    laufendeNummer: integer().notNull().default(1),
    /** A-03, V-65: why Teamleitung and Controlling question the case. */
    auffaelligkeiten: text().array().$type<Auffaelligkeit[]>().notNull().default([]),
    sequenz: integer().notNull(),
    vorgemerktAm: date({ mode: 'string' }).notNull(),
    zugeordnetAm: date({ mode: 'string' }),
    fallzugangAm: date({ mode: 'string' }),
    fallabgangAm: date({ mode: 'string' }),
    abgangsgrund: text().$type<Abgangsgrund>(),
    // A-21 and 003 I3: how the end counts, whatever the policy says later (AC-83).
    erfolgreich: boolean(),
    abbruch: boolean(),
    ueber24Monate: boolean().notNull().default(false),
    hinweise: text().array().notNull().default([]),
    policyversion: text().notNull(),
    stand: fallstand().notNull(),
    angehaltenSeit: instant(),
  },
  (t) => [
    // V-17: at most one open Fall per person.
    uniqueIndex('fall_ein_offener_je_person')
      .on(t.personId)
      .where(sql`${t.offen}`),
    index('fall_laufende')
      .on(t.id)
      .where(sql`${t.laeuft}`),
    index().on(t.personId),
    index().on(t.teamId, t.zustand, t.vorgemerktAm),
    index().on(t.fmId),
    index().on(t.papId),
    index().on(t.aufnehmenderPapId),
    index().on(t.externId),
    index().on(t.abgebendId),
    index().on(t.weitergeleitetAnId),
    index().on(t.vorgaengerFallId),
    // Who led the one case or leads the other (ADR 54): few, and asked about with every look at cases.
    index('fall_weiterleitungen')
      .on(t.vorgaengerFallId)
      .where(sql`${t.herkunft} = 'weiterleitung'`),
  ],
);

const ZU_FALL = { spalte: 'fall_id', ziel: () => fall.id } as const;
export const fallEreignis = ereignistabelle('fall_ereignis', ZU_FALL);
export const frist = fristtabelle('frist', ZU_FALL);

/** V-18: profile and Handlungsbedarfe as they were at the Fallzugang; written once. */
export const eingangsqualitaet = pgTable('eingangsqualitaet', {
  fallId: uuid()
    .primaryKey()
    .references(() => fall.id),
  festgehaltenAm: instant().notNull(),
  bild: jsonb().notNull(),
});

/** E35: the Handlungsbedarfe as they were at the Fallabgang; one picture per Fallabgang, because one can be reversed. */
export const abgangsbild = pgTable(
  'abgangsbild',
  {
    ereignisId: text()
      .primaryKey()
      .references(() => fallEreignis.id),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    festgehaltenAm: instant().notNull(),
    bild: jsonb().notNull(),
  },
  (t) => [index().on(t.fallId)],
);

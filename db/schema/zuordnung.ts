import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { mitarbeitende, team } from './organisation.ts';
import { person } from './person.ts';

/** Theme of the network (E42), e.g. debts; the version counts changes of its responsibilities, too. */
export const thema = pgTable('thema', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  aktiv: boolean().notNull().default(true),
  version: integer().notNull().default(1),
});

/** Theme → responsible Fallmanager → Kontakt-Team: many to many, and some themes have no team. */
export const themenzustaendigkeit = pgTable(
  'themenzustaendigkeit',
  {
    id: uuid().primaryKey(),
    themaId: uuid()
      .notNull()
      .references(() => thema.id),
    fmId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    kontaktTeamId: uuid().references(() => team.id),
  },
  (t) => [index().on(t.themaId), index().on(t.fmId), index().on(t.kontaktTeamId)],
);

/** Conflict of interest between a Fallmanager and a person: the fact alone, kept after it was lifted. */
export const interessenkonflikt = pgTable(
  'interessenkonflikt',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    fmId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    vermerktAm: instant().notNull(),
    vermerktVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    aufgehobenAm: instant(),
    aufgehobenVon: uuid().references(() => mitarbeitende.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('interessenkonflikt_ein_offener')
      .on(t.personId, t.fmId)
      .where(sql`${t.aufgehobenAm} is null`),
    index().on(t.fmId),
    index().on(t.vermerktVon),
    index().on(t.aufgehobenVon),
  ],
);

import { date, doublePrecision, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Befragungsart, Befragungsergebnis, Einheit } from '../../domain/qualitaet/befragung.ts';
import type { Beschwerdeantwort, Beschwerdeart } from '../../domain/qualitaet/beschwerde.ts';
import type { Kennzahl, Richtung } from '../../domain/qualitaet/kennzahl.ts';
import { instant } from './instant.ts';
import { mitarbeitende, team } from './organisation.ts';
import { leistungserbringer } from './verzeichnis.ts';

const herkunft = {
  erfasstAm: instant().notNull(),
  erfasstVon: uuid()
    .notNull()
    .references(() => mitarbeitende.id),
};
/** Which of two rows is the later one: two may carry the same instant. */
const nr = integer().generatedAlwaysAsIdentity().notNull();
const teamId = uuid()
  .notNull()
  .references(() => team.id);

/** A complaint as far as it is counted (003 ch8): no person, no case, no words; those stand in the eAkte. */
export const beschwerde = pgTable(
  'beschwerde',
  {
    id: uuid().primaryKey(),
    teamId,
    art: text().$type<Beschwerdeart>().notNull(),
    eingegangenAm: date({ mode: 'string' }).notNull(),
    antwort: text().$type<Beschwerdeantwort>(),
    beantwortetAm: date({ mode: 'string' }),
    version: integer().notNull().default(1),
    ...herkunft,
  },
  (t) => [index().on(t.teamId, t.eingegangenAm), index().on(t.erfasstVon)],
);

/** What a survey or a Kundenbeirat said, as figures (003 ch8). */
export const befragung = pgTable(
  'befragung',
  {
    id: uuid().primaryKey(),
    teamId,
    art: text().$type<Befragungsart>().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }).notNull(),
    teilnehmende: integer().notNull(),
    ergebnisse: jsonb().$type<readonly Befragungsergebnis[]>().notNull(),
    ...herkunft,
  },
  (t) => [index().on(t.teamId, t.bis), index().on(t.erfasstVon)],
);

/** Register of target values (003 ch7); a later row for the same indicator and time takes the place of the one before. */
export const zielwert = pgTable(
  'zielwert',
  {
    id: uuid().primaryKey(),
    nr,
    teamId,
    kennzahl: text().$type<Kennzahl>().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }).notNull(),
    wert: doublePrecision().notNull(),
    einheit: text().$type<Einheit>().notNull(),
    richtung: text().$type<Richtung>().notNull(),
    /** Who decided it, and where. */
    grundlage: text().notNull(),
    ...herkunft,
  },
  (t) => [index().on(t.teamId, t.kennzahl, t.von), index().on(t.erfasstVon)],
);

/** What a provider reports of a year, beside its cases (004 ch9); a later row of the same year takes the place of the one before. */
export const erbringerbericht = pgTable(
  'erbringerbericht',
  {
    id: uuid().primaryKey(),
    nr,
    leistungserbringerId: uuid()
      .notNull()
      .references(() => leistungserbringer.id),
    jahr: integer().notNull(),
    eingegangenAm: date({ mode: 'string' }).notNull(),
    /** K-84, in cent. */
    mittel: integer(),
    verwendet: integer(),
    /** K-85. */
    zusammenarbeit: text(),
    /** K-87. */
    entwicklung: text(),
    /** K-91. */
    zufriedenheit: text(),
    ...herkunft,
  },
  (t) => [index().on(t.leistungserbringerId, t.jahr), index().on(t.erfasstVon)],
);

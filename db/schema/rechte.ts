import { boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Rolle } from '../../domain/kennungen.ts';
import type { Klasse, Rechtsbeziehung } from '../../domain/rollen/matrix.ts';
import type { Zugriffsart } from '../../domain/rollen/zugriffsbremse.ts';
import { fall } from './fall.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';

/** The permission matrix as row-level security reads it: a copy of `domain/rollen/matrix.ts`, written by every migration. */
export const berechtigung = pgTable(
  'berechtigung',
  {
    rolle: text().$type<Rolle>().notNull(),
    beziehung: text().$type<Rechtsbeziehung>().notNull(),
    klasse: text().$type<Klasse>().notNull(),
    lesen: boolean().notNull(),
    schreiben: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.rolle, t.beziehung, t.klasse] })],
);

/** Which events of a case are of another class than K1 (DS-01, V-35); the copy of `domain/rollen/ereignisklassen.ts`. */
export const ereignisklasse = pgTable('ereignisklasse', {
  art: text().primaryKey(),
  klasse: text().$type<Klasse>().notNull(),
});

/** What Lotse itself reads and writes beyond the rights of whoever acts: the copy of `db/systemzugriff.ts`. */
export const systemzugriff = pgTable(
  'systemzugriff',
  { zweck: text().notNull(), tabelle: text().notNull(), schreiben: boolean().notNull() },
  (t) => [primaryKey({ columns: [t.zweck, t.tabelle] })],
);

/** Access beyond the own cases, with a reason and an end (DS-29): break-glass, and K4 for a Vertretung (R08). Append-only. */
export const sonderzugriff = pgTable(
  'sonderzugriff',
  {
    id: uuid().primaryKey(),
    art: text().$type<Zugriffsart>().notNull(),
    mitarbeitendeId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    grund: text().notNull(),
    von: instant().notNull(),
    bis: instant().notNull(),
  },
  (t) => [index().on(t.mitarbeitendeId, t.bis), index().on(t.fallId)],
);

/** What whoever reviews it says of an access; an objected one ends at once. Append-only. */
export const sonderzugriffPruefung = pgTable(
  'sonderzugriff_pruefung',
  {
    sonderzugriffId: uuid()
      .primaryKey()
      .references(() => sonderzugriff.id),
    ergebnis: text().$type<'bestaetigt' | 'beanstandet'>().notNull(),
    geprueftAm: instant().notNull(),
    geprueftVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.geprueftVon)],
);

/** Who reviews takes an objection back, so that the colleague may open cases again (DS-29). Append-only. */
export const sonderzugriffFreigabe = pgTable(
  'sonderzugriff_freigabe',
  {
    sonderzugriffId: uuid()
      .primaryKey()
      .references(() => sonderzugriff.id),
    grund: text().notNull(),
    freigegebenAm: instant().notNull(),
    freigegebenVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.freigegebenVon)],
);

import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Policywahl } from '../../domain/policy/policy.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import type { Policywirkung } from '../../domain/vorgang/policyvorschau.ts';
import { instant } from './instant.ts';
import { mitarbeitende, policyversion } from './organisation.ts';

/** Who approved a version, never the one who drafted it (E48); null = it came with the installation. */
export const policyfreigabe = pgTable(
  'policyfreigabe',
  {
    name: text()
      .primaryKey()
      .references(() => policyversion.name),
    von: uuid().references(() => mitarbeitende.id),
    am: instant().notNull(),
  },
  (t) => [index().on(t.von)],
);

/** A migration of running cases to another version, as it was previewed. */
export const policymigration = pgTable(
  'policymigration',
  {
    id: uuid().primaryKey(),
    wahl: jsonb().$type<Policywahl>().notNull(),
    von: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    am: instant().notNull(),
  },
  (t) => [index().on(t.von)],
);

/** One Vorgang of a migration: `id` is the id of its command, so that it is moved once, however often it is told. */
export const policymigrationsschritt = pgTable(
  'policymigrationsschritt',
  {
    id: uuid().primaryKey(),
    migrationId: uuid()
      .notNull()
      .references(() => policymigration.id),
    art: text().$type<Vorgangsart>().notNull(),
    vorgangId: uuid().notNull(),
    /** Under which version the Vorgang ran. */
    vorher: text().notNull(),
    nummer: integer().notNull(),
    vorschau: jsonb().$type<Policywirkung>().notNull(),
  },
  (t) => [uniqueIndex('policymigration_je_vorgang').on(t.migrationId, t.vorgangId)],
);

/** The order to move what was previewed, given once. */
export const policymigrationsauftrag = pgTable(
  'policymigrationsauftrag',
  {
    migrationId: uuid()
      .primaryKey()
      .references(() => policymigration.id),
    von: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    am: instant().notNull(),
  },
  (t) => [index().on(t.von)],
);

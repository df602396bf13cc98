import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Policyurteil } from '../../domain/policy/freigabe.ts';
import type { Policywahl } from '../../domain/policy/policy.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { ALLES, type Umstellungsumfang } from '../../domain/policy/umstellung.ts';
import type { Policywirkung } from '../../domain/vorgang/policyvorschau.ts';
import { instant } from './instant.ts';
import { mitarbeitende, policyversion } from './organisation.ts';

/**
 * How a draft ended (E48): approved, never by the one who drafted it (null = it came with the installation), or discarded. One row
 * a version, so that nothing discarded is approved a moment later.
 */
export const policyfreigabe = pgTable(
  'policyfreigabe',
  {
    name: text()
      .primaryKey()
      .references(() => policyversion.name),
    urteil: text().$type<Policyurteil>().notNull().default('freigegeben'),
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
    umfang: jsonb().$type<Umstellungsumfang>().notNull().default(ALLES),
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

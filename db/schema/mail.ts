import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Mailweg } from '../../domain/mail/mailwahl.ts';
import { bytes } from './bytes.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';

/** How a colleague wants each kind of announcement by mail (ADR 75); no row = nothing chosen. */
export const mailwahl = pgTable('mailwahl', {
  kontoId: uuid()
    .primaryKey()
    .references(() => mitarbeitende.id),
  erinnerung: text().$type<Mailweg>().notNull(),
  faellig: text().$type<Mailweg>().notNull(),
  ueberfaellig: text().$type<Mailweg>().notNull(),
  mitteilung: text().$type<Mailweg>().notNull(),
  geaendertAm: instant().notNull(),
});

/** The secret address of an account's calendar (ADR 76): of the secret there is only its hash, so that a copy of this table opens nothing. */
export const kalenderzugang = pgTable('kalenderzugang', {
  kontoId: uuid()
    .primaryKey()
    .references(() => mitarbeitende.id),
  pruefwert: bytes().notNull().unique(),
  angelegtAm: instant().notNull(),
});

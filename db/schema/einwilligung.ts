import { instant } from './instant.ts';
import { date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type {
  Datenkategorie,
  EntbundeneStelle,
  Einwilligungszweck,
} from '../../domain/einwilligung/einwilligung.ts';
import { mitarbeitende } from './organisation.ts';
import { person } from './person.ts';
import { leistungserbringer } from './verzeichnis.ts';

/**
 * Consent and release from secrecy (E22), only of persons who were told purpose, consequences of a refusal and the right
 * to revoke. Never changed; its revocation is a row of its own.
 */
export const einwilligung = pgTable(
  'einwilligung',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    zweck: text().$type<Einwilligungszweck>().notNull(),
    datenkategorien: text().array().$type<Datenkategorie[]>().notNull(),
    entbundeneStellen: text().array().$type<EntbundeneStelle[]>().notNull(),
    empfaenger: text().notNull(),
    /** The provider of the directory it names (V-46); null for a Fachdienst. */
    leistungserbringerId: uuid().references(() => leistungserbringer.id),
    form: text().$type<'schriftlich' | 'elektronisch'>().notNull(),
    erteiltAm: date({ mode: 'string' }).notNull(),
    gueltigBis: date({ mode: 'string' }),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.personId), index().on(t.erfasstVon), index().on(t.leistungserbringerId)],
);

/** The revocation of a consent; there is at most one. */
export const einwilligungWiderruf = pgTable(
  'einwilligung_widerruf',
  {
    einwilligungId: uuid()
      .primaryKey()
      .references(() => einwilligung.id),
    widerrufenAm: date({ mode: 'string' }).notNull(),
    erfasstAm: instant().notNull(),
    erfasstVon: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
  },
  (t) => [index().on(t.erfasstVon)],
);

import { boolean, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Leistungsergebnis, Rueckmeldeart } from '../../domain/leistung/leistung.ts';
import { einwilligung } from './einwilligung.ts';
import { fall } from './fall.ts';
import { instant } from './instant.ts';
import { leistungserbringer } from './verzeichnis.ts';

/**
 * One-time link of a provider (E25): only the SHA-256 of the secret is here. A mail that is sent twice brings two links;
 * the first feedback uses up all of the service.
 */
export const rueckmeldezugang = pgTable(
  'rueckmeldezugang',
  {
    pruefwert: text().primaryKey(),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    leistung: integer().notNull(),
    leistungserbringerId: uuid()
      .notNull()
      .references(() => leistungserbringer.id),
    erstelltAm: instant().notNull(),
    gueltigBis: instant().notNull(),
    verbrauchtAm: instant(),
    /** Checksum of the report that used it up: the same one again gets the same answer. */
    verbrauchtMit: text(),
    /** Whether that report was taken (V-46); null while unused. */
    angenommen: boolean(),
  },
  (t) => [index().on(t.fallId), index().on(t.leistungserbringerId)],
);

/**
 * What became of a feedback (E25); its text is a document of class K5. A refused one leaves neither content nor kind
 * behind, only that it came (V-46). `id` is also that of the outbox row which tells the case.
 */
export const rueckmeldung = pgTable(
  'rueckmeldung',
  {
    id: uuid().primaryKey(),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    leistung: integer().notNull(),
    eingegangenAm: instant().notNull(),
    /** The consent it was checked against; null = refused. */
    einwilligungId: uuid().references(() => einwilligung.id),
    art: text().$type<Rueckmeldeart>(),
    tag: date({ mode: 'string' }),
    ergebnis: text().$type<Leistungsergebnis>(),
    dokumentId: uuid(),
  },
  (t) => [index().on(t.fallId), index().on(t.einwilligungId)],
);

import { date, index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { fall } from './fall.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';

/** What a colleague reminds themselves of at a case (ADR 72): theirs alone, no Frist, and gone when it is done. */
export const eigeneWiedervorlage = pgTable(
  'eigene_wiedervorlage',
  {
    id: uuid().primaryKey(),
    kontoId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    fallId: uuid()
      .notNull()
      .references(() => fall.id),
    tag: date({ mode: 'string' }).notNull(),
    /** Encrypted; the sentence may say K4 or K5 (DS-28). */
    inhalt: bytes().notNull(),
    angelegtAm: instant().notNull(),
  },
  (t) => [index().on(t.kontoId, t.tag), index().on(t.fallId), index().on(t.tag)],
);

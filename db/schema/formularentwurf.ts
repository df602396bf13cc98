import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { fall } from './fall.ts';
import { instant } from './instant.ts';
import { mitarbeitende } from './organisation.ts';
import { person } from './person.ts';

/** What a colleague has typed into a form and not yet recorded (ADR 69): theirs alone, and gone after three Arbeitstage. */
export const formularentwurf = pgTable(
  'formularentwurf',
  {
    kontoId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    /** Path of the form, which holds ids and no name (DS-20). */
    ort: text().notNull(),
    /** Whom the form is about, so that the draft goes with them. */
    fallId: uuid().references(() => fall.id),
    personId: uuid().references(() => person.id),
    /** Encrypted; what is in the fields may be K4 or K5 (DS-28). */
    inhalt: bytes().notNull(),
    gespeichertAm: instant().notNull(),
    /** The last day on which it is there. */
    bis: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kontoId, t.ort] }),
    index().on(t.fallId),
    index().on(t.personId),
    index().on(t.bis),
  ],
);

import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { instant } from './instant.ts';

/**
 * Who is signed in to the pages (ADR 62). Of the secret in the cookie there is only its hash, so that a copy of this table
 * opens nothing; `vorige` is the hash before, good for requests that were under way when the secret was exchanged.
 */
export const sitzung = pgTable(
  'sitzung',
  {
    kennung: bytes().primaryKey(),
    vorige: bytes(),
    /** As the identity provider names the account: another name there ends the session. */
    subjekt: text().notNull(),
    begonnenAm: instant().notNull(),
    gewechseltAm: instant().notNull(),
    zuletztAm: instant().notNull(),
  },
  (t) => [index().on(t.vorige), index().on(t.subjekt), index().on(t.zuletztAm)],
);

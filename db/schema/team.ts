import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { team } from './organisation.ts';

/**
 * Seeds of draws (E45). A seed stays secret until its draw is recorded; what was published before is `verpflichtung`,
 * its SHA-256. Append-only.
 */
export const ziehungssaat = pgTable(
  'ziehungssaat',
  {
    verpflichtung: text().primaryKey(),
    teamId: uuid()
      .notNull()
      .references(() => team.id),
    saat: text().notNull(),
    erzeugtAm: instant().notNull(),
  },
  (t) => [index().on(t.teamId)],
);

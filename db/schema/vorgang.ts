import { sql } from 'drizzle-orm';
import { boolean, customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { potenzialAufHeutigenStand } from '../../domain/potenzial/altstand.ts';
import type { Potenzial } from '../../domain/potenzial/potenzial.ts';
import { teamAufHeutigenStand } from '../../domain/team/altstand.ts';
import type { Team } from '../../domain/team/team.ts';
import { ereignistabelle, fristtabelle } from './akte.ts';
import { instant } from './instant.ts';
import { mitarbeitende, team } from './organisation.ts';
import { person } from './person.ts';

/** The folded state of any Vorgang that is no Fall, told apart by `art`. */
export type Vorgangsstand = Potenzial | Team;

function aufHeutigenStand(stand: Vorgangsstand): Vorgangsstand {
  return stand.art === 'team' ? teamAufHeutigenStand(stand) : potenzialAufHeutigenStand(stand);
}

/** Brought to today's shape whenever it is read, as the states of cases are. */
const vorgangsstand = customType<{ data: Vorgangsstand; driverData: string | Vorgangsstand }>({
  dataType: () => 'jsonb',
  toDriver: (stand) => JSON.stringify(stand),
  fromDriver: (wert) =>
    aufHeutigenStand(typeof wert === 'string' ? (JSON.parse(wert) as Vorgangsstand) : wert),
});

/**
 * Projection of a Vorgang that is no Fall; `id` is the id of what it is about, so there is one for ever: the person of
 * a check record, the team of a team's calendar.
 */
export const vorgang = pgTable(
  'vorgang',
  {
    id: uuid().primaryKey(),
    art: text().$type<Vorgangsstand['art']>().notNull(),
    zustand: text().notNull(),
    /** Duties may still come. */
    offen: boolean().notNull(),
    sequenz: integer().notNull(),
    personId: uuid().references(() => person.id),
    teamId: uuid()
      .notNull()
      .references(() => team.id),
    papId: uuid().references(() => mitarbeitende.id),
    fmId: uuid().references(() => mitarbeitende.id),
    hinweise: text().array().notNull().default([]),
    stand: vorgangsstand().notNull(),
    angehaltenSeit: instant(),
  },
  (t) => [
    index().on(t.personId),
    index().on(t.teamId, t.art),
    index().on(t.papId),
    index().on(t.fmId),
    // Few beside the check records, and asked about with every list of duties.
    index('vorgang_teams')
      .on(t.id)
      .where(sql`${t.art} = 'team'`),
  ],
);

const ZU_VORGANG = { spalte: 'vorgang_id', ziel: () => vorgang.id } as const;
export const vorgangEreignis = ereignistabelle('vorgang_ereignis', ZU_VORGANG);
export const vorgangFrist = fristtabelle('vorgang_frist', ZU_VORGANG);

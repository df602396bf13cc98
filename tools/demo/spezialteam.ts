import type { Transaktion } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { spezialpersonal } from '../lokal/personal.ts';
import { demoId } from './personen.ts';

const TEAM_MIGRATION = demoId('team-631');
const ROLLEN = { tl_migration: 'tl', fm_migration: 'fm' } as const;

/** The FM Migrantinnen with its lead (001 8.0); what is there already stays. */
export async function legeSpezialteamAn(tx: Transaktion): Promise<void> {
  const team = { id: TEAM_MIGRATION, kennzeichen: '631', art: 'fallmanagement', land: 'HB' } as const;
  await tx
    .insert(tabellen.team)
    .values({ ...team, zielstelle: 'fm_migration' })
    .onConflictDoNothing();
  for (const { kuerzel, subject: id, anzeigename } of spezialpersonal) {
    const rolle = ROLLEN[kuerzel];
    const email = `${kuerzel}@jobcenter.example`;
    await tx
      .insert(tabellen.mitarbeitende)
      .values({ id, subjekt: id, anzeigename, email, rolle, teamId: TEAM_MIGRATION })
      .onConflictDoNothing();
    if (rolle !== 'tl') continue;
    await tx
      .insert(tabellen.teamverantwortung)
      .values({ id: demoId(`verantwortung-${kuerzel}`), mitarbeitendeId: id, teamId: TEAM_MIGRATION })
      .onConflictDoNothing();
  }
}

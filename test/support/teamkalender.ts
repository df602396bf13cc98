import { randomUUID } from 'node:crypto';
import type { Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { ladeOrganisation } from '../../db/team.ts';
import { neueVerpflichtung } from '../../db/ziehungssaat.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import { systemkopf } from '../../domain/vorgang/befehl.ts';
import { REGELWERK } from '../../domain/vorgang/regelwerk.ts';

/** What the delivery tells a team, without Temporal: a team without a calendar has one afterwards. */
export async function meldeOrganisation(
  { db, faelle }: { readonly db: Datenbank; readonly faelle: Pick<Vorgangsablaeufe, 'sende'> },
  teamId: string,
  at: Instant,
): Promise<void> {
  const { befehl, stand } = await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    const { kontaktteams, policy, kalender, stand: bisher } = await ladeOrganisation(tx, teamId, at);
    const verpflichtung = bisher?.verpflichtung ?? (await neueVerpflichtung(tx, teamId, at));
    const gruendung = { teamId, policy, kalender, verpflichtung, regelwerk: REGELWERK };
    return {
      befehl: {
        ...systemkopf(randomUUID(), at),
        befehl: 'organisation_uebernehmen',
        gruendung,
        kontaktteams,
      } as const,
      stand: bisher ?? TEAM.neu(teamId),
    };
  });
  await faelle.sende({
    bezug: { art: 'team', id: teamId },
    titel: '',
    eroeffnet: false,
    befehl,
    stand: () => Promise.resolve({ stand, angehalten: false }),
  });
}

import { randomUUID } from 'node:crypto';
import type { Vorgangsablaeufe } from '../../api/use-cases/vorgangsablauf.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { ladeOrganisation } from '../../db/team.ts';
import { neueVerpflichtung } from '../../db/ziehungssaat.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import { SYSTEMAKTEUR } from '../../domain/vorgang/befehl.ts';

/** What the delivery tells a team, without Temporal: a team without a calendar has one afterwards. */
export async function meldeOrganisation(
  { db, faelle }: { readonly db: Datenbank; readonly faelle: Pick<Vorgangsablaeufe, 'sende'> },
  teamId: string,
  at: Instant,
): Promise<void> {
  const { befehl, stand } = await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    const { kontaktteams, policy, kalender, stand: bisher } = await ladeOrganisation(tx, teamId, at);
    const verpflichtung = bisher?.verpflichtung ?? (await neueVerpflichtung(tx, teamId, at));
    const kopf = { befehlId: randomUUID(), at, akteur: SYSTEMAKTEUR, ereignisAm: ortstag(at) };
    const leer = { texte: {}, begruendungen: {}, zeilenversionen: {} };
    const gruendung = { teamId, policy, kalender, verpflichtung };
    return {
      befehl: { ...kopf, ...leer, befehl: 'organisation_uebernehmen', gruendung, kontaktteams } as const,
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

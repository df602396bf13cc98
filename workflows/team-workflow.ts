import { continueAsNew, setHandler } from '@temporalio/workflow';
import { TEAMRECHTE } from '../domain/rollen/teamrechte.ts';
import { TEAM } from '../domain/team/aggregat.ts';
import type { Teamtypen } from '../domain/team/typen.ts';
import { organisationSignal, type Teamauftrag } from './contract.ts';
import { nimmMeldungAn } from './vorgang/befehlsannahme.ts';
import type { Lauf, Rahmen } from './vorgang/lauf.ts';
import { fuehreVorgang } from './vorgang/schleife.ts';

const TEAMRAHMEN: Rahmen<Teamtypen> = {
  aggregat: TEAM,
  befehle: Object.keys(TEAMRECHTE),
  laufwechselNach: ['zeitraum_begonnen'],
  beschreibung: 'Kalender des Teams mit erklärten Fristen',
};

/** Teams or their Kontakt-FM changed. */
function hoereAufOrganisation(lauf: Lauf<Teamtypen>): void {
  setHandler(organisationSignal, ({ gruendung, kontaktteams, ...meldung }) => {
    nimmMeldungAn<Teamtypen>(lauf, meldung, (kopf) => ({
      ...kopf,
      befehl: 'organisation_uebernehmen',
      gruendung,
      kontaktteams,
    }));
  });
}

/** The calendar of a Fallmanagement team: weekly meetings, half-years, samples (E43, E45). It never ends. */
export async function teamWorkflow(auftrag: Teamauftrag): Promise<void> {
  const naechster = await fuehreVorgang(TEAMRAHMEN, auftrag, hoereAufOrganisation);
  if (naechster !== null) await continueAsNew<typeof teamWorkflow>(naechster);
}

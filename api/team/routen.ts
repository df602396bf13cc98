import { z } from 'zod';
import { KALENDERROLLEN } from '../../domain/rollen/teamrechte.ts';
import * as vertrag from './formen.ts';
import { adresseVon } from '../kern/adressen.ts';
import { LEER, LESEN, route, type Route } from '../kern/route.ts';
import { teamkalender, ziehungen } from './faelle.ts';

const lesen = {
  ...LESEN,
  spur: 'klassen',
  gruppe: 'Team',
  betrifft: { was: 'team', klassen: ['K6'] },
  rollen: KALENDERROLLEN,
  pfadwerte: vertrag.teamIdSchema,
  abfrage: LEER,
} as const;

export const kalenderroute: Route<vertrag.Teamkalender> = route({
  ...lesen,
  pfad: adresseVon('team'),
  betrifft: { was: 'team', klassen: ['K6'], zeigt: ['K1', 'K3'] },
  name: 'teamkalender',
  titel: 'Kalender eines Teams: Besprechungen, Besuche, Austausche, Stichproben',
  antwort: vertrag.teamkalenderSchema,
  fall: (umgebung, { konto, pfad }) => teamkalender(umgebung, konto, pfad.teamId),
});

/** The calendar of a team: meetings, visits, exchanges, samples. */
export const teamrouten: readonly Route[] = [
  kalenderroute,
  route({
    ...lesen,
    pfad: `${adresseVon('team')}/stichproben`,
    name: 'ziehungen',
    titel: 'Alle Ziehungen mit ihrem Nachweis',
    antwort: z.strictObject({ eintraege: z.array(vertrag.ziehungSchema) }),
    fall: async (umgebung, { konto, pfad }) => ({ eintraege: await ziehungen(umgebung, konto, pfad.teamId) }),
  }),
];

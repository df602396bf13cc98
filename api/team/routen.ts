import { z } from 'zod';
import * as vertrag from './formen.ts';
import { adresseVon } from '../befehle/adressen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const lesen = {
  methode: 'get',
  gruppe: 'Team',
  betrifft: { was: 'team', klassen: ['K6'] },
  status: 200,
  schreibt: false,
  rumpf: null,
  rollen: ['fm', 'tl', 'bereichsleitung'],
  pfadwerte: vertrag.teamIdSchema,
  abfrage: leer,
} as const;

/** The calendar of a team: meetings, visits, exchanges, samples. */
export function teamrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      pfad: adresseVon('team'),
      betrifft: { was: 'team', klassen: ['K6'], zeigt: ['K1', 'K3'] },
      titel: 'Kalender eines Teams: Besprechungen, Besuche, Austausche, Stichproben',
      antwort: vertrag.teamkalenderSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.teamkalender(konto, pfad.teamId),
      }),
    }),
    route({
      ...lesen,
      pfad: `${adresseVon('team')}/stichproben`,
      titel: 'Alle Ziehungen mit ihrem Nachweis',
      antwort: z.strictObject({ eintraege: z.array(vertrag.ziehungSchema) }),
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: { eintraege: await anwendung.ziehungen(konto, pfad.teamId) },
      }),
    }),
  ];
}

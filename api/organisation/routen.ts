import { z } from 'zod';
import { FACHROLLEN, ROLLEN } from '../../domain/kennungen.ts';
import * as vertrag from '../personen/formen.ts';
import { HAUS, route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const lesen = {
  methode: 'get',
  gruppe: 'Stammdaten',
  status: 200,
  schreibt: false,
  rumpf: null,
  pfadwerte: leer,
  rollen: FACHROLLEN,
  betrifft: HAUS,
} as const;

/** Staff, teams, calendar of the office, policies. */
export function organisationsrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      rollen: ROLLEN,
      pfad: '/api/v1/ich',
      titel: 'Mein Konto',
      abfrage: leer,
      antwort: vertrag.ichSchema,
      handler: ({ konto: { id, anzeigename, rolle, anteil, team, teams, vertritt } }) =>
        Promise.resolve({
          status: 200,
          rumpf: { id, anzeigename, rolle, anteil, team, teams: [...teams], vertritt: [...vertritt] },
        }),
    }),
    route({
      ...lesen,
      pfad: '/api/v1/mitarbeitende',
      titel: 'Mitarbeitende mit Rolle, Team und Arbeitszeitanteil',
      abfrage: vertrag.personalabfrage,
      antwort: vertrag.personalseite,
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.personal(konto, abfrage),
      }),
    }),
    route({
      ...lesen,
      pfad: '/api/v1/teams',
      titel: 'Teams',
      abfrage: leer,
      antwort: z.strictObject({ eintraege: z.array(vertrag.teamSchema) }),
      handler: async ({ konto }) => ({ status: 200, rumpf: { eintraege: await anwendung.teams(konto) } }),
    }),
    ...kalenderrouten(anwendung),
  ];
}

function kalenderrouten(anwendung: Anwendung): Route[] {
  const pfad = '/api/v1/kalender/abweichungen';
  return [
    route({
      ...lesen,
      pfad,
      titel: 'Schließtage und Korrekturen des Feiertagskalenders',
      abfrage: leer,
      antwort: z.strictObject({ eintraege: z.array(vertrag.abweichungSchema) }),
      handler: async ({ konto }) => ({
        status: 200,
        rumpf: { eintraege: [...(await anwendung.abweichungen(konto))] },
      }),
    }),
    route({
      ...lesen,
      methode: 'post',
      status: 201,
      schreibt: true,
      pfad,
      titel: 'Schließtag oder Korrektur erfassen',
      beschreibung: 'Alle laufenden Fälle berechnen danach ihre Fristen neu.',
      rollen: ['bereichsleitung'],
      abfrage: leer,
      rumpf: vertrag.abweichungNeu,
      antwort: vertrag.abweichungSchema,
      handler: async ({ konto, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.fuegeAbweichungHinzu(konto, { schluessel, rumpf }),
        ort: pfad,
      }),
    }),
  ];
}

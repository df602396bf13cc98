import { z } from 'zod';
import { auskunftSchema } from '../auskunft/formen.ts';
import { fallIdSchema } from '../faelle/formen.ts';
import * as vertrag from './formen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const lesen = {
  methode: 'get',
  status: 200,
  schreibt: false,
  aufwendig: true,
  rumpf: null,
  rollen: ['tl', 'administration'],
  abfrage: vertrag.protokollabfrage,
  antwort: vertrag.protokollseite,
} as const;

/** "Wer hat meine Akte gelesen" (DS-29, S4), and what is in it (DS-33). */
export function protokollrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      gruppe: 'Fall',
      betrifft: { was: 'fall', klassen: ['K7'] },
      pfad: '/api/v1/faelle/{fallId}/protokoll',
      titel: 'Wer diesen Fall gelesen und geändert hat',
      pfadwerte: fallIdSchema,
      handler: async ({ konto, pfad, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.protokollDesFalls(konto, { ...pfad, ...abfrage }),
      }),
    }),
    route({
      ...lesen,
      gruppe: 'Stammdaten',
      betrifft: { was: 'person', klassen: ['K7'] },
      pfad: '/api/v1/personen/{personId}/protokoll',
      titel: 'Wer die Akte dieser Person gelesen und geändert hat',
      pfadwerte: vertrag.personId,
      handler: async ({ konto, pfad, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.protokollDerPerson(konto, { ...pfad, ...abfrage }),
      }),
    }),
    route({
      ...lesen,
      gruppe: 'Stammdaten',
      betrifft: { was: 'person', klassen: ['K0', 'K1', 'K2'], zeigt: ['K3', 'K4', 'K5', 'K6', 'K7'] },
      pfad: '/api/v1/personen/{personId}/auskunft',
      titel: 'Auskunft an die Person: alle Daten, lesbar und als JSON (Art. 15 DSGVO)',
      beschreibung:
        'Gibt, wer den Fall führt; ohne Fall die Ansprechperson. Steht als ein Eintrag im Protokoll.',
      rollen: ['fm', 'pap'],
      pfadwerte: vertrag.personId,
      abfrage: z.strictObject({}),
      antwort: auskunftSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.auskunft(konto, pfad.personId),
      }),
    }),
  ];
}

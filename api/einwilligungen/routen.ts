import { z } from 'zod';
import * as vertrag from './formen.ts';
import { angelegt } from '../personen/formen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const PFAD = '/api/v1/personen/{personId}/einwilligungen';
const personId = z.strictObject({ personId: z.uuid() });
const gemeinsam = {
  pfad: PFAD,
  gruppe: 'Stammdaten',
  rollen: ['fm'],
  pfadwerte: personId,
  betrifft: { was: 'person', klassen: ['K3'] },
} as const;

/** Consents of a person (E22); a revocation is added, nothing is changed. */
export function einwilligungsrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...gemeinsam,
      methode: 'get',
      rollen: ['fm', 'fm_extern'],
      titel: 'Einwilligungen mit ihrem Stand an einem Tag',
      status: 200,
      schreibt: false,
      abfrage: vertrag.einwilligungsabfrage,
      rumpf: null,
      antwort: vertrag.einwilligungenSchema,
      handler: async ({ konto, pfad, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.einwilligungen(konto, { ...abfrage, ...pfad }),
      }),
    }),
    route({
      ...gemeinsam,
      methode: 'post',
      titel: 'Erteilte Einwilligung erfassen',
      status: 201,
      schreibt: true,
      abfrage: leer,
      rumpf: vertrag.einwilligungNeu,
      antwort: angelegt,
      handler: async ({ konto, pfad, rumpf, schluessel }) => {
        const auftrag = { id: pfad.personId, schluessel, rumpf };
        return { status: 201, rumpf: await anwendung.erteileEinwilligung(konto, auftrag) };
      },
    }),
    route({
      ...gemeinsam,
      methode: 'post',
      pfad: `${PFAD}/{einwilligungId}/widerruf`,
      titel: 'Widerruf einer Einwilligung erfassen',
      status: 201,
      schreibt: true,
      pfadwerte: personId.extend({ einwilligungId: z.uuid() }),
      abfrage: leer,
      rumpf: vertrag.widerrufNeu,
      antwort: angelegt,
      handler: async ({ konto, pfad, rumpf, schluessel }) => {
        const auftrag = { id: pfad.personId, einwilligung: pfad.einwilligungId, schluessel, rumpf };
        return { status: 201, rumpf: await anwendung.widerrufeEinwilligung(konto, auftrag) };
      },
    }),
  ];
}

import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import {
  ablaufSchema,
  fallIdSchema,
  fallSchema,
  fristerklaerungSchema,
  fristverweisSchema,
} from './formen.ts';
import { fallblattSchema, protokollSchema } from './blattformen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const BASIS = '/api/v1/faelle';
const leer = z.strictObject({});
const lesen = {
  methode: 'get',
  gruppe: 'Fall',
  // Who has no relation to the case may have a reason for it; the use case asks, and puts a refused look on record.
  rollen: ROLLEN,
  status: 200,
  schreibt: false,
  rumpf: null,
  betrifft: { was: 'fall', klassen: ['K1'] },
} as const;

/** The restricted area (DS-01). */
const GESCHUETZT = { was: 'fall', klassen: ['K1', 'K3'], zeigt: ['K4', 'K5'] } as const;

/** What only those read who lead the case: the page for the Vertretung, the protocol of the Assessment. */
function leitende(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      betrifft: GESCHUETZT,
      pfad: `${BASIS}/{fallId}/fallblatt`,
      titel: 'Fallblatt für Fallmanagement und Vertretung lesen',
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: fallblattSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.fallblatt(konto, pfad.fallId),
      }),
    }),
    route({
      ...lesen,
      betrifft: GESCHUETZT,
      pfad: `${BASIS}/{fallId}/assessment`,
      titel: 'Protokoll des Assessments lesen',
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: protokollSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.assessment(konto, pfad.fallId),
      }),
    }),
  ];
}

/** A case: its file, its running workflow. */
export function fallrouten(anwendung: Anwendung): Route[] {
  return [
    ...leitende(anwendung),
    route({
      ...lesen,
      betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K3', 'K5'] },
      pfad: `${BASIS}/{fallId}/fristen/{fristId}/{vorkommen}`,
      titel: 'Warum eine Frist besteht, und wer sie wann verlegt hat',
      pfadwerte: fristverweisSchema,
      abfrage: leer,
      antwort: fristerklaerungSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.fristerklaerung(konto, pfad),
      }),
    }),
    route({
      ...lesen,
      betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K0', 'K2', 'K3', 'K4', 'K5', 'K6'] },
      pfad: `${BASIS}/{fallId}`,
      titel: 'Fall mit Fristen und Geschichte lesen',
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: fallSchema,
      handler: async ({ konto, pfad }) => ({ status: 200, rumpf: await anwendung.fall(konto, pfad.fallId) }),
    }),
    route({
      ...lesen,
      betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K5'] },
      pfad: `${BASIS}/{fallId}/ablauf`,
      titel: 'Den laufenden Ablauf des Falls fragen',
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: ablaufSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.ablauf(konto, pfad.fallId),
      }),
    }),
  ];
}

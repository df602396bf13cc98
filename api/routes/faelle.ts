import { z } from 'zod';
import { ablaufSchema, fallIdSchema, fallSchema } from '../contracts/fall.ts';
import { route, type Route } from '../route.ts';
import type { Anwendung } from '../use-cases/anwendung.ts';

const BASIS = '/api/v1/faelle';
const leer = z.strictObject({});
const LESER = [
  'pap',
  'fm',
  'fm_extern',
  'fm_u25',
  'fm_spezial',
  'jour_fixe_av',
  'tl',
  'bereichsleitung',
] as const;

/** A case: its file, its running workflow. */
export function fallrouten(anwendung: Anwendung): Route[] {
  const lesen = {
    methode: 'get',
    gruppe: 'Fall',
    rollen: LESER,
    status: 200,
    schreibt: false,
    rumpf: null,
  } as const;
  return [
    route({
      ...lesen,
      pfad: `${BASIS}/{fallId}`,
      titel: 'Fall mit Fristen und Geschichte lesen',
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: fallSchema,
      handler: async ({ konto, pfad }) => ({ status: 200, rumpf: await anwendung.fall(konto, pfad.fallId) }),
    }),
    route({
      ...lesen,
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

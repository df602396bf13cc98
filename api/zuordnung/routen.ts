import { z } from 'zod';
import { FACHROLLEN } from '../../domain/kennungen.ts';
import { REIHENFOLGE } from '../../domain/zuordnung/vorschlag.ts';
import { fallIdSchema } from '../faelle/formen.ts';
import { angelegt } from '../personen/formen.ts';
import * as vertrag from './formen.ts';
import { HAUS, route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const lesen = { methode: 'get', status: 200, schreibt: false, rumpf: null } as const;
const schreiben = {
  methode: 'post',
  gruppe: 'Stammdaten',
  betrifft: HAUS,
  schreibt: true,
  abfrage: leer,
  antwort: angelegt,
} as const;
const THEMEN = '/api/v1/themen';
/** That somebody may not look after somebody, never why. */
const KONFLIKT = { was: 'person', klassen: ['K1'] } as const;
const KONFLIKTE = '/api/v1/interessenkonflikte';

/** What the weekly meeting looks at, and the master data its suggestions rest on. */
export function zuordnungsrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      gruppe: 'Fall',
      aufwendig: true,
      pfad: '/api/v1/faelle/{fallId}/zuordnung/vorschlaege',
      betrifft: { was: 'fall', klassen: ['K1'] },
      titel: 'Vorschläge für die Zuordnung einer Vormerkung',
      beschreibung: `${REIHENFOLGE} Wer anders zuordnet, begründet es (V-70).`,
      rollen: ['tl'],
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: vertrag.vorschlaegeSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.zuordnungsvorschlaege(konto, pfad.fallId),
      }),
    }),
    route({
      ...lesen,
      gruppe: 'Arbeitslisten',
      aufwendig: true,
      pfad: '/api/v1/arbeitslisten/auslastung',
      betrifft: { was: 'team', klassen: ['K6'] },
      titel: 'Auslastung je Fallmanagerin und Fallmanager',
      beschreibung: 'Offene Fälle gegen den individuellen Betreuungsschlüssel; eine FM sieht die eigene.',
      rollen: ['fm', 'tl', 'bereichsleitung'],
      pfadwerte: leer,
      abfrage: vertrag.auslastungsabfrage,
      antwort: z.strictObject({ eintraege: z.array(vertrag.auslastungSchema) }),
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: { eintraege: [...(await anwendung.auslastungen(konto, abfrage))] },
      }),
    }),
    ...themenrouten(anwendung),
    ...konfliktrouten(anwendung),
  ];
}

function themenrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      betrifft: HAUS,
      gruppe: 'Stammdaten',
      pfad: THEMEN,
      titel: 'Themen mit Zuständigen und Kontakt-Teams',
      rollen: FACHROLLEN,
      pfadwerte: leer,
      abfrage: leer,
      antwort: z.strictObject({ eintraege: z.array(vertrag.themaSchema) }),
      handler: async ({ konto }) => ({ status: 200, rumpf: { eintraege: await anwendung.themen(konto) } }),
    }),
    route({
      ...schreiben,
      status: 201,
      pfad: THEMEN,
      titel: 'Thema anlegen',
      rollen: ['tl'],
      pfadwerte: leer,
      rumpf: vertrag.themaNeu,
      handler: async ({ konto, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.legeThemaAn(konto, { schluessel, rumpf }),
        ort: THEMEN,
      }),
    }),
    route({
      ...schreiben,
      methode: 'patch',
      status: 200,
      pfad: `${THEMEN}/{themaId}`,
      titel: 'Thema und seine Zuständigkeiten ändern',
      beschreibung: 'Was fehlt, bleibt. Der Rumpf nennt den bekannten Stand.',
      rollen: ['tl'],
      pfadwerte: z.strictObject({ themaId: z.uuid() }),
      rumpf: vertrag.themaAenderung,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.aendereThema(konto, { id: pfad.themaId, schluessel, rumpf }),
      }),
    }),
  ];
}

function konfliktrouten(anwendung: Anwendung): Route[] {
  const rollen = ['fm', 'tl'] as const;
  return [
    route({
      ...schreiben,
      status: 201,
      betrifft: KONFLIKT,
      pfad: KONFLIKTE,
      titel: 'Interessenkonflikt vermerken',
      beschreibung: 'Nur die Tatsache, nie der Grund. Eine FM vermerkt eigene, die Teamleitung alle.',
      rollen,
      pfadwerte: leer,
      rumpf: vertrag.konfliktNeu,
      handler: async ({ konto, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.vermerkeInteressenkonflikt(konto, { schluessel, rumpf }),
        ort: KONFLIKTE,
      }),
    }),
    route({
      ...schreiben,
      status: 200,
      betrifft: KONFLIKT,
      pfad: `${KONFLIKTE}/{konfliktId}/aufhebung`,
      titel: 'Interessenkonflikt aufheben',
      rollen,
      pfadwerte: z.strictObject({ konfliktId: z.uuid() }),
      rumpf: vertrag.konfliktAufhebung,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.hebeInteressenkonfliktAuf(konto, { id: pfad.konfliktId, schluessel, rumpf }),
      }),
    }),
  ];
}

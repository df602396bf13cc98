import {
  ablaufSchema,
  fallabfrage,
  fallIdSchema,
  fallSchema,
  fristerklaerungSchema,
  fristverweisSchema,
  type Fallansicht,
  type Fristerklaerung,
} from './formen.ts';
import { fallblattSchema, protokollSchema, type Fallblattansicht } from './blattformen.ts';
import { LEER, LESEN_AM_FALL, route, type Route } from '../kern/route.ts';
import { liesFallblatt, liesProtokoll } from './blattfaelle.ts';
import { fristerklaerung } from './fristfaelle.ts';
import { blickeZurueck, liesAblauf, liesFallansicht } from './faelle.ts';

const BASIS = '/api/v1/faelle';
const lesen = { ...LESEN_AM_FALL, betrifft: { was: 'fall', klassen: ['K1'] } } as const;

/** The restricted area (DS-01). */
const GESCHUETZT = { was: 'fall', klassen: ['K1', 'K3'], zeigt: ['K4', 'K5'] } as const;

export const fallblattroute: Route<Fallblattansicht> = route({
  ...lesen,
  betrifft: GESCHUETZT,
  pfad: `${BASIS}/{fallId}/fallblatt`,
  name: 'fallblatt',
  titel: 'Fallblatt für Fallmanagement und Vertretung lesen',
  pfadwerte: fallIdSchema,
  abfrage: LEER,
  antwort: fallblattSchema,
  fall: (umgebung, { konto, pfad }) => liesFallblatt(umgebung, konto, pfad.fallId),
});

/** What only those read who lead the case: the page for the Vertretung, the protocol of the Assessment. */
const leitende: readonly Route[] = [
  fallblattroute,
  route({
    ...lesen,
    betrifft: GESCHUETZT,
    pfad: `${BASIS}/{fallId}/assessment`,
    name: 'assessmentprotokoll',
    titel: 'Protokoll des Assessments lesen',
    pfadwerte: fallIdSchema,
    abfrage: LEER,
    antwort: protokollSchema,
    fall: (umgebung, { konto, pfad }) => liesProtokoll(umgebung, konto, pfad.fallId),
  }),
];

export const fristroute: Route<Fristerklaerung> = route({
  ...lesen,
  betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K3', 'K5'] },
  pfad: `${BASIS}/{fallId}/fristen/{fristId}/{vorkommen}`,
  name: 'fristErklaeren',
  titel: 'Warum eine Frist besteht, und wer sie wann verlegt hat',
  pfadwerte: fristverweisSchema,
  abfrage: LEER,
  antwort: fristerklaerungSchema,
  fall: (umgebung, { konto, pfad }) => fristerklaerung(umgebung, konto, pfad),
});

export const fallroute: Route<Fallansicht> = route({
  ...lesen,
  betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K0', 'K2', 'K3', 'K4', 'K5', 'K6'] },
  pfad: `${BASIS}/{fallId}`,
  name: 'fall',
  titel: 'Fall mit Fristen und Geschichte lesen',
  pfadwerte: fallIdSchema,
  abfrage: fallabfrage,
  antwort: fallSchema,
  fall: (umgebung, { konto, pfad: { fallId }, abfrage: { stand } }) =>
    stand === undefined
      ? liesFallansicht(umgebung, konto, fallId)
      : blickeZurueck(umgebung, konto, { fallId, stand }),
});

/** A case: its file, its running workflow. */
export const fallrouten: readonly Route[] = [
  ...leitende,
  fristroute,
  fallroute,
  route({
    ...lesen,
    betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K5'] },
    pfad: `${BASIS}/{fallId}/ablauf`,
    name: 'ablaufDesFalls',
    titel: 'Den laufenden Ablauf des Falls fragen',
    pfadwerte: fallIdSchema,
    abfrage: LEER,
    antwort: ablaufSchema,
    fall: (umgebung, { konto, pfad }) => liesAblauf(umgebung, konto, pfad.fallId),
  }),
];

import { z } from 'zod';
import { NOTZUGRIFFSROLLEN } from '../../domain/rollen/matrix.ts';
import * as vertrag from './formen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const BASIS = '/api/v1/zugriffe';

const schreiben = {
  methode: 'post',
  gruppe: 'Fall',
  schreibt: true,
  abfrage: leer,
  betrifft: { was: 'fall', klassen: ['K7'] },
} as const;

/** Access with a reason, and its review (R08, R12, DS-29). */
export function zugriffsrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...schreiben,
      status: 201,
      aufwendig: true,
      pfad: BASIS,
      titel: 'Notzugriff, oder K4 in Vertretung: mit Grund und Ende',
      beschreibung: 'Wirkt sofort, steht im Protokoll und geht an die Teamleitung des Falls.',
      rollen: NOTZUGRIFFSROLLEN,
      pfadwerte: leer,
      rumpf: vertrag.zugriffNeu,
      antwort: vertrag.zugriffBegonnen,
      handler: async ({ konto, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.beginneZugriff(konto, { schluessel, rumpf }),
      }),
    }),
    route({
      methode: 'get',
      betrifft: { was: 'fall', klassen: ['K7'] },
      gruppe: 'Fall',
      schreibt: false,
      status: 200,
      pfad: `${BASIS}/ungeprueft`,
      titel: 'Zugriffe mit Grund, die noch niemand geprüft hat',
      rollen: ['tl'],
      pfadwerte: leer,
      abfrage: leer,
      rumpf: null,
      antwort: vertrag.ungepruefte,
      handler: async ({ konto }) => ({ status: 200, rumpf: await anwendung.ungepruefteZugriffe(konto) }),
    }),
    route({
      ...schreiben,
      status: 200,
      pfad: `${BASIS}/{zugriffId}/pruefung`,
      titel: 'Einen Zugriff bestätigen oder beanstanden',
      rollen: ['tl'],
      pfadwerte: vertrag.zugriffId,
      rumpf: vertrag.pruefungNeu,
      antwort: vertrag.pruefungFestgehalten,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.pruefeZugriff(konto, { id: pfad.zugriffId, schluessel, rumpf }),
      }),
    }),
  ];
}

import { z } from 'zod';
import { FACHROLLEN } from '../../domain/kennungen.ts';
import { angelegt } from '../personen/formen.ts';
import * as vertrag from './formen.ts';
import { HAUS, route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const PFAD = '/api/v1/leistungserbringer';
const erbringerId = z.strictObject({ erbringerId: z.uuid() });
const gruppe = 'Stammdaten';
const lesen = {
  methode: 'get',
  gruppe,
  rollen: FACHROLLEN,
  status: 200,
  schreibt: false,
  rumpf: null,
  betrifft: HAUS,
} as const;
/** R18 keeps the Handbuch; the Teamleitung stands in where nobody holds that role. */
const pflegen = {
  gruppe,
  rollen: ['koordinator', 'tl'],
  schreibt: true,
  abfrage: leer,
  betrifft: HAUS,
} as const;

/** Directory of Leistungserbringer with their Kooperationsvereinbarungen (E23, E24). */
export function verzeichnisrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      pfad: PFAD,
      titel: 'Leistungserbringer, nach Problemfeld',
      pfadwerte: leer,
      abfrage: vertrag.erbringerabfrage,
      antwort: vertrag.erbringerseite,
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.erbringerseite(konto, abfrage),
      }),
    }),
    route({
      ...lesen,
      pfad: `${PFAD}/{erbringerId}`,
      titel: 'Ein Leistungserbringer mit seinen Kooperationsvereinbarungen',
      pfadwerte: erbringerId,
      abfrage: leer,
      antwort: vertrag.erbringerAkte,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.erbringer(konto, pfad.erbringerId),
      }),
    }),
    route({
      ...lesen,
      rollen: ['koordinator', 'tl', 'bereichsleitung', 'controlling'],
      betrifft: { was: 'team', klassen: ['K6'] },
      pfad: '/api/v1/angebotsluecken',
      titel: 'Gemeldete fehlende Angebote der eigenen Teams',
      pfadwerte: leer,
      abfrage: leer,
      antwort: vertrag.luecken,
      handler: async ({ konto }) => ({ status: 200, rumpf: await anwendung.angebotsluecken(konto) }),
    }),
    ...pflegerouten(anwendung),
  ];
}

function pflegerouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...pflegen,
      methode: 'post',
      pfad: PFAD,
      titel: 'Leistungserbringer in das Verzeichnis aufnehmen',
      status: 201,
      pfadwerte: leer,
      rumpf: vertrag.erbringerNeu,
      antwort: angelegt,
      handler: async ({ konto, rumpf, schluessel }) => {
        const neu = await anwendung.legeErbringerAn(konto, { schluessel, rumpf });
        return { status: 201, rumpf: neu, ort: `${PFAD}/${neu.id}` };
      },
    }),
    route({
      ...pflegen,
      methode: 'patch',
      pfad: `${PFAD}/{erbringerId}`,
      titel: 'Eintrag eines Leistungserbringers ändern oder stilllegen',
      status: 200,
      pfadwerte: erbringerId,
      rumpf: vertrag.erbringerAenderung,
      antwort: angelegt,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.aendereErbringer(konto, { id: pfad.erbringerId, schluessel, rumpf }),
      }),
    }),
    route({
      ...pflegen,
      methode: 'post',
      pfad: `${PFAD}/{erbringerId}/vereinbarungen`,
      titel: 'Kooperationsvereinbarung mit einem Leistungserbringer erfassen',
      status: 201,
      pfadwerte: erbringerId,
      rumpf: vertrag.vereinbarungNeu,
      antwort: angelegt,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.schliesseVereinbarung(konto, { id: pfad.erbringerId, schluessel, rumpf }),
      }),
    }),
  ];
}

import { z } from 'zod';
import * as vertrag from './formen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const BASIS = '/api/v1/personen';
const KENNER = ['pap', 'fm', 'fm_extern', 'fm_u25', 'jour_fixe_av', 'tl'] as const;
/** Who keeps profiles and Handlungsbedarfe (K2). */
const rollen = ['pap', 'fm', 'fm_u25', 'jour_fixe_av'] as const;
const personId = z.strictObject({ personId: z.uuid() });

const lesen = {
  methode: 'get',
  gruppe: 'Stammdaten',
  status: 200,
  schreibt: false,
  rumpf: null,
  betrifft: { was: 'person', klassen: ['K0'] },
} as const;
const schreiben = {
  gruppe: 'Stammdaten',
  schreibt: true,
  abfrage: leer,
  antwort: vertrag.angelegt,
  betrifft: { was: 'person', klassen: ['K0'] },
} as const;

/** Persons somebody may know, all or one by number; the number stands in the body, never in an address (DS-20). */
function suchrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      aufwendig: true,
      pfad: BASIS,
      titel: 'Personen, die ich kennen darf',
      rollen: KENNER,
      pfadwerte: leer,
      abfrage: vertrag.personenabfrage,
      antwort: vertrag.personenseite,
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.personen(konto, abfrage),
      }),
    }),
    route({
      ...lesen,
      methode: 'post',
      aufwendig: true,
      pfad: `${BASIS}/suche`,
      titel: 'Person nach ihrer Kundennummer suchen',
      rollen: KENNER,
      pfadwerte: leer,
      abfrage: leer,
      rumpf: vertrag.personensuche,
      antwort: vertrag.personenseite,
      handler: async ({ konto, rumpf }) => ({
        status: 200,
        rumpf: await anwendung.personen(konto, { ...vertrag.personenabfrage.parse({}), ...rumpf }),
      }),
    }),
  ];
}

/** Persons with profile and Handlungsbedarfe. */
export function personenrouten(anwendung: Anwendung): Route[] {
  return [
    ...suchrouten(anwendung),
    route({
      ...lesen,
      betrifft: { was: 'person', klassen: ['K0', 'K2'] },
      pfad: `${BASIS}/{personId}`,
      titel: 'Person mit Profil und Handlungsbedarfen lesen',
      beschreibung: 'Eine fremde Person ergibt 403, eine unbekannte 404.',
      rollen: KENNER,
      pfadwerte: personId,
      abfrage: leer,
      antwort: vertrag.personSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.person(konto, pfad.personId),
      }),
    }),
    ...schreibrouten(anwendung),
    ...begleitpersonenrouten(anwendung),
    ...profilrouten(anwendung),
    ...bedarfsrouten(anwendung),
  ];
}

function schreibrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...schreiben,
      methode: 'post',
      status: 201,
      pfad: BASIS,
      titel: 'Person anlegen',
      rollen: ['pap', 'jour_fixe_av', 'tl'],
      pfadwerte: leer,
      rumpf: vertrag.personNeu,
      handler: async ({ konto, rumpf, schluessel }) => {
        const ergebnis = await anwendung.legePersonAn(konto, { schluessel, rumpf });
        return { status: 201, rumpf: ergebnis, ort: `${BASIS}/${ergebnis.id}` };
      },
    }),
    route({
      ...schreiben,
      methode: 'patch',
      status: 200,
      pfad: `${BASIS}/{personId}`,
      titel: 'Person ändern',
      beschreibung: 'Was fehlt, bleibt. Der Rumpf nennt den bekannten Stand.',
      rollen: PFLEGER,
      pfadwerte: personId,
      rumpf: vertrag.personAenderung,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.aenderePerson(konto, { id: pfad.personId, schluessel, rumpf }),
      }),
    }),
  ];
}

/** Who changes the data of a person (K0). */
const PFLEGER = ['pap', 'fm', 'tl'] as const;

function begleitpersonenrouten(anwendung: Anwendung): Route[] {
  const pfad = `${BASIS}/{personId}/begleitpersonen`;
  return [
    route({
      ...schreiben,
      methode: 'post',
      status: 201,
      pfad,
      titel: 'Begleitperson anlegen',
      rollen: PFLEGER,
      pfadwerte: personId,
      rumpf: vertrag.begleitpersonNeu,
      handler: async ({ konto, pfad: wo, rumpf, schluessel }) => {
        const ergebnis = await anwendung.legeBegleitpersonAn(konto, { id: wo.personId, schluessel, rumpf });
        return { status: 201, rumpf: ergebnis, ort: `${BASIS}/${wo.personId}` };
      },
    }),
    route({
      ...schreiben,
      methode: 'patch',
      status: 200,
      pfad: `${pfad}/{begleitpersonId}`,
      titel: 'Begleitperson ändern',
      rollen: PFLEGER,
      pfadwerte: personId.extend({ begleitpersonId: z.uuid() }),
      rumpf: vertrag.begleitpersonAenderung,
      handler: async ({ konto, pfad: wo, rumpf, schluessel }) => {
        const auftrag = { id: wo.personId, begleitperson: wo.begleitpersonId, schluessel, rumpf };
        return { status: 200, rumpf: await anwendung.aendereBegleitperson(konto, auftrag) };
      },
    }),
  ];
}

const PROFIL = { was: 'person', klassen: ['K2'] } as const;

function profilrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...schreiben,
      methode: 'post',
      status: 201,
      betrifft: PROFIL,
      pfad: `${BASIS}/{personId}/profile`,
      titel: 'Neue Fassung des Profils',
      rollen,
      pfadwerte: personId,
      rumpf: vertrag.profilNeu,
      handler: async ({ konto, pfad, rumpf, schluessel }) => {
        const ergebnis = await anwendung.erstelleProfil(konto, { id: pfad.personId, schluessel, rumpf });
        return { status: 201, rumpf: ergebnis, ort: `${BASIS}/${pfad.personId}` };
      },
    }),
  ];
}

function bedarfsrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...schreiben,
      methode: 'post',
      status: 201,
      betrifft: PROFIL,
      pfad: `${BASIS}/{personId}/handlungsbedarfe`,
      titel: 'Handlungsbedarf erfassen',
      rollen,
      pfadwerte: personId,
      rumpf: vertrag.handlungsbedarfNeu,
      handler: async ({ konto, pfad, rumpf, schluessel }) => {
        const ergebnis = await anwendung.erfasseHandlungsbedarf(konto, {
          id: pfad.personId,
          schluessel,
          rumpf,
        });
        return { status: 201, rumpf: ergebnis, ort: `${BASIS}/${pfad.personId}` };
      },
    }),
    route({
      ...schreiben,
      methode: 'patch',
      status: 200,
      betrifft: PROFIL,
      pfad: `${BASIS}/{personId}/handlungsbedarfe/{bedarfId}`,
      titel: 'Status eines Handlungsbedarfs ändern',
      rollen,
      pfadwerte: personId.extend({ bedarfId: z.uuid() }),
      rumpf: vertrag.handlungsbedarfAenderung,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.aendereHandlungsbedarf(konto, {
          id: pfad.personId,
          bedarf: pfad.bedarfId,
          schluessel,
          rumpf,
        }),
      }),
    }),
  ];
}

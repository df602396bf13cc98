import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import * as vertrag from './formen.ts';
import { angelegt } from '../personen/formen.ts';
import { HAUS, route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const nachId = z.strictObject({ id: z.uuid() });
const nachAbwesenheit = z.strictObject({ id: z.uuid(), abwesenheitId: z.uuid() });
const LEITUNG = ['tl', 'bereichsleitung'] as const;
const PERSONAL = '/api/v1/mitarbeitende';
const TEAMS = '/api/v1/teams';

const lesen = {
  methode: 'get',
  gruppe: 'Personal',
  status: 200,
  schreibt: false,
  rumpf: null,
  abfrage: leer,
  betrifft: HAUS,
} as const;
const anlegen = {
  methode: 'post',
  gruppe: 'Personal',
  status: 201,
  schreibt: true,
  abfrage: leer,
  antwort: angelegt,
  betrifft: HAUS,
} as const;
const aendern = { ...anlegen, methode: 'patch', status: 200 } as const;

/** Staff, teams, absences, ring, trainings (E39, E40, E44). */
export function personalrouten(anwendung: Anwendung): Route[] {
  return [
    ...mitarbeitendenrouten(anwendung),
    ...ausscheidensrouten(anwendung),
    ...teamrouten(anwendung),
    ...abwesenheitsrouten(anwendung),
    ...ringrouten(anwendung),
    ...qualifikationsrouten(anwendung),
  ];
}

function mitarbeitendenrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...anlegen,
      pfad: PERSONAL,
      titel: 'Mitarbeitende anlegen',
      beschreibung:
        'Die Teamleitung besetzt das eigene Team; leitende Rollen und Controlling benennt die Bereichsleitung.',
      rollen: LEITUNG,
      pfadwerte: leer,
      rumpf: vertrag.mitarbeitendeNeu,
      handler: async ({ konto, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.legeMitarbeitendeAn(konto, { schluessel, rumpf }),
        ort: PERSONAL,
      }),
    }),
    route({
      ...aendern,
      pfad: `${PERSONAL}/{id}`,
      titel: 'Rolle, Team, Arbeitszeitanteil oder Sprachen ändern',
      rollen: LEITUNG,
      pfadwerte: nachId,
      rumpf: vertrag.mitarbeitendeAenderung,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.aendereMitarbeitende(konto, { id: pfad.id, schluessel, rumpf }),
      }),
    }),
  ];
}

function ausscheidensrouten(anwendung: Anwendung): Route[] {
  const pfad = `${PERSONAL}/{id}/ausscheiden`;
  return [
    route({
      ...lesen,
      pfad: `${pfad}/vorschau`,
      titel: 'Was bei einem Ausscheiden zu übergeben wäre',
      beschreibung:
        'Probelauf: jeder laufende Fall mit seinen offenen Fristen und einem Vorschlag, ohne etwas zu ändern.',
      rollen: LEITUNG,
      pfadwerte: nachId,
      antwort: vertrag.ausscheidensvorschau,
      handler: async ({ konto, pfad: { id } }) => ({
        status: 200,
        rumpf: await anwendung.ausscheidensvorschau(konto, id),
      }),
    }),
    route({
      ...anlegen,
      status: 200,
      pfad,
      titel: 'Ausscheiden mit Übergabeplan',
      beschreibung:
        'Erst gehen alle Fälle und Personen an die genannten Personen, dann endet jeder Zugang sofort. Derselbe Idempotency-Key setzt fort, wo es stehen blieb.',
      rollen: LEITUNG,
      pfadwerte: nachId,
      rumpf: vertrag.ausscheiden,
      handler: async ({ konto, pfad: { id }, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.scheideAus(konto, { id, schluessel, rumpf }),
      }),
    }),
  ];
}

function teamrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...anlegen,
      pfad: TEAMS,
      titel: 'Team anlegen',
      rollen: ['bereichsleitung'],
      pfadwerte: leer,
      rumpf: vertrag.teamNeu,
      handler: async ({ konto, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.legeTeamAn(konto, { schluessel, rumpf }),
        ort: TEAMS,
      }),
    }),
    route({
      ...aendern,
      pfad: `${TEAMS}/{id}`,
      titel: 'Organisationszeichen oder Art eines Teams ändern',
      rollen: ['bereichsleitung'],
      pfadwerte: nachId,
      rumpf: vertrag.teamAenderung,
      handler: async ({ konto, pfad, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.aendereTeam(konto, { id: pfad.id, schluessel, rumpf }),
      }),
    }),
  ];
}

function abwesenheitsrouten(anwendung: Anwendung): Route[] {
  const pfad = `${PERSONAL}/{id}/abwesenheiten`;
  return [
    route({
      ...lesen,
      pfad,
      titel: 'Abwesenheiten einer Person',
      rollen: ROLLEN,
      pfadwerte: nachId,
      antwort: z.strictObject({ eintraege: z.array(vertrag.abwesenheitSchema) }),
      handler: async ({ konto, pfad: { id } }) => ({
        status: 200,
        rumpf: { eintraege: await anwendung.abwesenheiten(konto, id) },
      }),
    }),
    route({
      ...anlegen,
      pfad,
      titel: 'Abwesenheit melden',
      beschreibung:
        'Durch die Person selbst oder ihre Teamleitung. Die Vertretung beginnt und endet von selbst (TR52).',
      rollen: ROLLEN,
      pfadwerte: nachId,
      rumpf: vertrag.abwesenheitNeu,
      handler: async ({ konto, pfad: { id }, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.meldeAbwesenheit(konto, { id, schluessel, rumpf }),
        ort: `${PERSONAL}/${id}/abwesenheiten`,
      }),
    }),
    ...abwesenheitsaenderungen(anwendung, pfad),
  ];
}

function abwesenheitsaenderungen(anwendung: Anwendung, pfad: string): Route[] {
  return [
    route({
      ...aendern,
      pfad: `${pfad}/{abwesenheitId}`,
      titel: 'Letzten Tag einer Abwesenheit ändern',
      rollen: ROLLEN,
      pfadwerte: nachAbwesenheit,
      rumpf: vertrag.abwesenheitAenderung,
      handler: async ({ konto, pfad: { id, abwesenheitId: abwesenheit }, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.aendereAbwesenheit(konto, { id, abwesenheit, schluessel, rumpf }),
      }),
    }),
    route({
      ...anlegen,
      status: 200,
      pfad: `${pfad}/{abwesenheitId}/storno`,
      titel: 'Abwesenheit stornieren, bevor sie begonnen hat',
      rollen: ROLLEN,
      pfadwerte: nachAbwesenheit,
      rumpf: vertrag.abwesenheitStorno,
      handler: async ({ konto, pfad: { id, abwesenheitId: abwesenheit }, rumpf, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.storniereAbwesenheit(konto, { id, abwesenheit, schluessel, rumpf }),
      }),
    }),
  ];
}

function ringrouten(anwendung: Anwendung): Route[] {
  const pfad = `${TEAMS}/{id}/vertretungsring`;
  return [
    route({
      ...lesen,
      pfad,
      titel: 'Vertretungsring und wer heute wen vertritt',
      rollen: ROLLEN,
      pfadwerte: nachId,
      abfrage: vertrag.vertretungAbfrage,
      antwort: vertrag.ringSchema,
      handler: async ({ konto, pfad: { id }, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.vertretungsring(konto, { id, ...abfrage }),
      }),
    }),
    route({
      ...anlegen,
      pfad,
      titel: 'Vertretungsring im Ganzen festlegen',
      rollen: LEITUNG,
      pfadwerte: nachId,
      rumpf: vertrag.ringNeu,
      handler: async ({ konto, pfad: { id }, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.legeRingFest(konto, { id, schluessel, rumpf }),
        ort: `${TEAMS}/${id}/vertretungsring`,
      }),
    }),
  ];
}

function qualifikationsrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...anlegen,
      pfad: `${PERSONAL}/{id}/qualifikationen`,
      titel: 'Besuchte Schulung erfassen',
      rollen: LEITUNG,
      pfadwerte: nachId,
      rumpf: vertrag.qualifikationNeu,
      handler: async ({ konto, pfad: { id }, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.erfasseQualifikation(konto, { id, schluessel, rumpf }),
        ort: `${PERSONAL}/${id}/qualifikationen`,
      }),
    }),
    route({
      ...lesen,
      pfad: `${TEAMS}/{id}/qualifizierung`,
      titel: 'Qualifizierungsstand eines Teams (K-73)',
      rollen: ['tl', 'bereichsleitung', 'controlling'],
      pfadwerte: nachId,
      antwort: vertrag.qualifizierungSchema,
      handler: async ({ konto, pfad: { id } }) => ({
        status: 200,
        rumpf: await anwendung.qualifizierung(konto, id),
      }),
    }),
  ];
}

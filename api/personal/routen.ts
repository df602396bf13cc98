import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import * as vertrag from './formen.ts';
import { angelegt } from '../kern/felder.ts';
import { AENDERN, ANLEGEN, HANDELN, HAUS, LEER, LESEN, route, type Route } from '../kern/route.ts';
import {
  aendereMitarbeitende,
  aendereTeam,
  erfasseQualifikation,
  legeMitarbeitendeAn,
  legeTeamAn,
  qualifizierung,
} from './faelle.ts';
import { ausscheidensvorschau, scheideAus } from './ausscheidensfaelle.ts';
import {
  abwesenheiten,
  aendereAbwesenheit,
  legeRingFest,
  meldeAbwesenheit,
  storniereAbwesenheit,
  vertretungsring,
} from './vertretungsfaelle.ts';

const nachId = z.strictObject({ id: z.uuid() });
const nachAbwesenheit = z.strictObject({ id: z.uuid(), abwesenheitId: z.uuid() });
const LEITUNG = ['tl', 'bereichsleitung'] as const;
const PERSONAL = '/api/v1/mitarbeitende';
const TEAMS = '/api/v1/teams';

const lesen = {
  ...LESEN,
  gruppe: 'Personal',
  abfrage: LEER,
  betrifft: HAUS,
} as const;
const was = { gruppe: 'Personal', betrifft: HAUS, antwort: angelegt } as const;
const anlegen = { ...ANLEGEN, ...was } as const;
const aendern = { ...AENDERN, ...was } as const;
const handeln = { ...HANDELN, ...was } as const;

const AUSSCHEIDEN = `${PERSONAL}/{id}/ausscheiden`;
const ABWESENHEITEN = `${PERSONAL}/{id}/abwesenheiten`;
const RING = `${TEAMS}/{id}/vertretungsring`;

const abwesenheitsaenderungen: readonly Route[] = [
  route({
    ...aendern,
    pfad: `${ABWESENHEITEN}/{abwesenheitId}`,
    titel: 'Letzten Tag einer Abwesenheit ändern',
    rollen: ROLLEN,
    pfadwerte: nachAbwesenheit,
    rumpf: vertrag.abwesenheitAenderung,
    fall: (umgebung, { konto, pfad: { id, abwesenheitId: abwesenheit }, rumpf, schluessel }) =>
      aendereAbwesenheit(umgebung, konto, { id, abwesenheit, schluessel, rumpf }),
  }),
  route({
    ...handeln,
    pfad: `${ABWESENHEITEN}/{abwesenheitId}/storno`,
    titel: 'Abwesenheit stornieren, bevor sie begonnen hat',
    rollen: ROLLEN,
    pfadwerte: nachAbwesenheit,
    rumpf: vertrag.abwesenheitStorno,
    fall: (umgebung, { konto, pfad: { id, abwesenheitId: abwesenheit }, rumpf, schluessel }) =>
      storniereAbwesenheit(umgebung, konto, { id, abwesenheit, schluessel, rumpf }),
  }),
];

const mitarbeitendenrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: PERSONAL,
    titel: 'Mitarbeitende anlegen',
    beschreibung:
      'Die Teamleitung besetzt das eigene Team; leitende Rollen und Controlling benennt die Bereichsleitung.',
    rollen: LEITUNG,
    pfadwerte: LEER,
    rumpf: vertrag.mitarbeitendeNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) =>
      legeMitarbeitendeAn(umgebung, konto, { schluessel, rumpf }),
    ort: PERSONAL,
  }),
  route({
    ...aendern,
    pfad: `${PERSONAL}/{id}`,
    titel: 'Rolle, Team, Arbeitszeitanteil oder Sprachen ändern',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.mitarbeitendeAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereMitarbeitende(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
  }),
];

const ausscheidensrouten: readonly Route[] = [
  route({
    ...lesen,
    pfad: `${AUSSCHEIDEN}/vorschau`,
    titel: 'Was bei einem Ausscheiden zu übergeben wäre',
    beschreibung:
      'Probelauf: jeder laufende Fall mit seinen offenen Fristen und einem Vorschlag, ohne etwas zu ändern.',
    rollen: LEITUNG,
    pfadwerte: nachId,
    antwort: vertrag.ausscheidensvorschau,
    fall: (umgebung, { konto, pfad: { id } }) => ausscheidensvorschau(umgebung, konto, id),
  }),
  route({
    ...handeln,
    pfad: AUSSCHEIDEN,
    titel: 'Ausscheiden mit Übergabeplan',
    beschreibung:
      'Erst gehen alle Fälle und Personen an die genannten Personen, dann endet jeder Zugang sofort. Derselbe Idempotency-Key setzt fort, wo es stehen blieb.',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.ausscheiden,
    fall: (umgebung, { konto, pfad: { id }, rumpf, schluessel }) =>
      scheideAus(umgebung, konto, { id, schluessel, rumpf }),
  }),
];

const teamrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: TEAMS,
    titel: 'Team anlegen',
    rollen: ['bereichsleitung'],
    pfadwerte: LEER,
    rumpf: vertrag.teamNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) => legeTeamAn(umgebung, konto, { schluessel, rumpf }),
    ort: TEAMS,
  }),
  route({
    ...aendern,
    pfad: `${TEAMS}/{id}`,
    titel: 'Organisationszeichen oder Art eines Teams ändern',
    rollen: ['bereichsleitung'],
    pfadwerte: nachId,
    rumpf: vertrag.teamAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereTeam(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
  }),
];

const abwesenheitsrouten: readonly Route[] = [
  route({
    ...lesen,
    pfad: ABWESENHEITEN,
    titel: 'Abwesenheiten einer Person',
    rollen: ROLLEN,
    pfadwerte: nachId,
    antwort: z.strictObject({ eintraege: z.array(vertrag.abwesenheitSchema) }),
    fall: async (umgebung, { konto, pfad: { id } }) => ({
      eintraege: await abwesenheiten(umgebung, konto, id),
    }),
  }),
  route({
    ...anlegen,
    pfad: ABWESENHEITEN,
    titel: 'Abwesenheit melden',
    beschreibung:
      'Durch die Person selbst oder ihre Teamleitung. Die Vertretung beginnt und endet von selbst (TR52).',
    rollen: ROLLEN,
    pfadwerte: nachId,
    rumpf: vertrag.abwesenheitNeu,
    fall: (umgebung, { konto, pfad: { id }, rumpf, schluessel }) =>
      meldeAbwesenheit(umgebung, konto, { id, schluessel, rumpf }),
    ort: ({ pfad: { id } }) => `${PERSONAL}/${id}/abwesenheiten`,
  }),
  ...abwesenheitsaenderungen,
];

const ringrouten: readonly Route[] = [
  route({
    ...lesen,
    pfad: RING,
    titel: 'Vertretungsring und wer heute wen vertritt',
    rollen: ROLLEN,
    pfadwerte: nachId,
    abfrage: vertrag.vertretungAbfrage,
    antwort: vertrag.ringSchema,
    fall: (umgebung, { konto, pfad: { id }, abfrage }) =>
      vertretungsring(umgebung, konto, { id, ...abfrage }),
  }),
  route({
    ...anlegen,
    pfad: RING,
    titel: 'Vertretungsring im Ganzen festlegen',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.ringNeu,
    fall: (umgebung, { konto, pfad: { id }, rumpf, schluessel }) =>
      legeRingFest(umgebung, konto, { id, schluessel, rumpf }),
    ort: ({ pfad: { id } }) => `${TEAMS}/${id}/vertretungsring`,
  }),
];

const qualifikationsrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: `${PERSONAL}/{id}/qualifikationen`,
    titel: 'Besuchte Schulung erfassen',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.qualifikationNeu,
    fall: (umgebung, { konto, pfad: { id }, rumpf, schluessel }) =>
      erfasseQualifikation(umgebung, konto, { id, schluessel, rumpf }),
    ort: ({ pfad: { id } }) => `${PERSONAL}/${id}/qualifikationen`,
  }),
  route({
    ...lesen,
    pfad: `${TEAMS}/{id}/qualifizierung`,
    titel: 'Qualifizierungsstand eines Teams (K-73)',
    rollen: ['tl', 'bereichsleitung', 'controlling'],
    pfadwerte: nachId,
    antwort: vertrag.qualifizierungSchema,
    fall: (umgebung, { konto, pfad: { id } }) => qualifizierung(umgebung, konto, id),
  }),
];

/** Staff, teams, absences, ring, trainings (E39, E40, E44). */
export const personalrouten: readonly Route[] = [
  ...mitarbeitendenrouten,
  ...ausscheidensrouten,
  ...teamrouten,
  ...abwesenheitsrouten,
  ...ringrouten,
  ...qualifikationsrouten,
];

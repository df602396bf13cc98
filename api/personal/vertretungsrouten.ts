import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import { route, type Route } from '../kern/route.ts';
import * as vertrag from './formen.ts';
import {
  abwesenheiten,
  aendereAbwesenheit,
  legeRingFest,
  meldeAbwesenheit,
  storniereAbwesenheit,
  vertretungsring,
} from './vertretungsfaelle.ts';
import { aendern, anlegen, handeln, LEITUNG, lesen, nachId, PERSONAL, TEAMS } from './routenform.ts';
import { kennung } from '../kern/felder.ts';

const nachAbwesenheit = nachId.extend({ abwesenheitId: kennung });
const ABWESENHEITEN = `${PERSONAL}/{id}/abwesenheiten`;
const RING = `${TEAMS}/{id}/vertretungsring`;

const abwesenheitsaenderungen: readonly Route[] = [
  route({
    ...aendern,
    pfad: `${ABWESENHEITEN}/{abwesenheitId}`,
    name: 'aendereAbwesenheit',
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
    name: 'storniereAbwesenheit',
    titel: 'Abwesenheit stornieren, bevor sie begonnen hat',
    rollen: ROLLEN,
    pfadwerte: nachAbwesenheit,
    rumpf: vertrag.abwesenheitStorno,
    fall: (umgebung, { konto, pfad: { id, abwesenheitId: abwesenheit }, rumpf, schluessel }) =>
      storniereAbwesenheit(umgebung, konto, { id, abwesenheit, schluessel, rumpf }),
  }),
];

const abwesenheitsrouten: readonly Route[] = [
  route({
    ...lesen,
    pfad: ABWESENHEITEN,
    name: 'abwesenheiten',
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
    name: 'meldeAbwesenheit',
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
    name: 'vertretungsring',
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
    name: 'legeRingFest',
    titel: 'Vertretungsring im Ganzen festlegen',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.ringNeu,
    fall: (umgebung, { konto, pfad: { id }, rumpf, schluessel }) =>
      legeRingFest(umgebung, konto, { id, schluessel, rumpf }),
    ort: ({ pfad: { id } }) => `${TEAMS}/${id}/vertretungsring`,
  }),
];

/** Absences, and who represents whom (TR52, E44). */
export const vertretungsrouten: readonly Route[] = [...abwesenheitsrouten, ...ringrouten];

import { z } from 'zod';
import { angelegt } from '../kern/felder.ts';
import { ANLEGEN, HAUS, LEER, LESEN, route, type Route } from '../kern/route.ts';
import * as vertrag from './formen.ts';
import { erfasseQualifikation, qualifizierung } from './faelle.ts';

const nachId = z.strictObject({ id: z.uuid() });
const LEITUNG = ['tl', 'bereichsleitung'] as const;
const PERSONAL = '/api/v1/mitarbeitende';
const TEAMS = '/api/v1/teams';
const haus = { gruppe: 'Personal', betrifft: HAUS } as const;
const lesen = { ...LESEN, ...haus, abfrage: LEER } as const;
const anlegen = { ...ANLEGEN, ...haus, antwort: angelegt } as const;

/** Trainings (E39). */
export const qualifikationsrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: `${PERSONAL}/{id}/qualifikationen`,
    name: 'erfasseQualifikation',
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
    name: 'qualifizierung',
    titel: 'Qualifizierungsstand eines Teams (K-73)',
    rollen: ['tl', 'bereichsleitung', 'controlling'],
    pfadwerte: nachId,
    antwort: vertrag.qualifizierungSchema,
    fall: (umgebung, { konto, pfad: { id } }) => qualifizierung(umgebung, konto, id),
  }),
];

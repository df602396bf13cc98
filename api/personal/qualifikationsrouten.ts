import { route, type Route } from '../kern/route.ts';
import * as vertrag from './formen.ts';
import { erfasseQualifikation, qualifizierung } from './faelle.ts';
import { anlegen, LEITUNG, lesen, nachId, PERSONAL, TEAMS } from './routenform.ts';

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

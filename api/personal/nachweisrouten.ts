import { route, type Route } from '../kern/route.ts';
import * as vertrag from './formen.ts';
import { erfasseNachweis, nachweise } from './nachweisfaelle.ts';
import { anlegen, LEITUNG, lesen, nachId, PERSONAL } from './routenform.ts';

const PFAD = `${PERSONAL}/{id}/nachweise`;

/** What an external Fallmanagement proves before a case is entrusted to it (003 ch8). */
export const nachweisrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: PFAD,
    name: 'erfasseNachweis',
    titel: 'Nachweis eines externen Fallmanagements erfassen (V-52)',
    beschreibung: 'Der jüngste Nachweis einer Art gilt.',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.nachweisNeu,
    fall: (umgebung, { konto, pfad: { id }, rumpf, schluessel }) =>
      erfasseNachweis(umgebung, konto, { id, schluessel, rumpf }),
    ort: ({ pfad: { id } }) => `${PERSONAL}/${id}/nachweise`,
  }),
  route({
    ...lesen,
    pfad: PFAD,
    name: 'nachweise',
    titel: 'Nachweise eines externen Fallmanagements, und was heute fehlt',
    rollen: LEITUNG,
    pfadwerte: nachId,
    antwort: vertrag.nachweiseSchema,
    fall: (umgebung, { konto, pfad }) => nachweise(umgebung, konto, pfad.id),
  }),
];

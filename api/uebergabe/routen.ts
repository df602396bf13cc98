import { fallIdSchema } from '../faelle/formen.ts';
import { LEER, LESEN_AM_FALL, route, type Route } from '../kern/route.ts';
import { listeUebergaben, liesUebergabetermin } from './faelle.ts';
import {
  terminSchema,
  uebergabenSchema,
  uebergabeverweis,
  type Uebergaben,
  type Uebergabetermindatei,
} from './formen.ts';

const PFAD = '/api/v1/faelle/{fallId}/uebergaben';
const lesen = { ...LESEN_AM_FALL, abfrage: LEER, betrifft: { was: 'fall', klassen: ['K1'] } } as const;

export const uebergabenroute: Route<Uebergaben> = route({
  ...lesen,
  pfad: PFAD,
  name: 'uebergabenDesFalls',
  titel: 'Übergabe und Rückgabe: Termin, Bestätigungen beider Seiten, Gespräch',
  pfadwerte: fallIdSchema,
  antwort: uebergabenSchema,
  fall: (umgebung, { konto, pfad }) => listeUebergaben(umgebung, konto, pfad.fallId),
});

export const uebergabeterminroute: Route<Uebergabetermindatei> = route({
  ...lesen,
  pfad: `${PFAD}/{nummer}/termin`,
  name: 'uebergabetermin',
  titel: 'Termin eines Übernahme- oder Rückgabegesprächs für den Kalender',
  pfadwerte: uebergabeverweis,
  antwort: terminSchema,
  fall: (umgebung, { konto, pfad }) => liesUebergabetermin(umgebung, konto, pfad),
});

/** The handover protocol (001 3.2, 3.2.2). */
export const uebergaberouten: readonly Route[] = [uebergabenroute, uebergabeterminroute];

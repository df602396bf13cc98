import { fallIdSchema } from '../faelle/formen.ts';
import { LEER, LESEN_AM_FALL, route, type Route } from '../kern/route.ts';
import { listeSchreiben, liesSchreiben } from './faelle.ts';
import {
  schreibenlisteSchema,
  schreibenSchema,
  schreibverweis,
  type Schreiben,
  type Schreibenliste,
} from './formen.ts';

const PFAD = '/api/v1/faelle/{fallId}/schreiben';
const lesen = { ...LESEN_AM_FALL, abfrage: LEER } as const;

export const schreibenliste: Route<Schreibenliste> = route({
  ...lesen,
  betrifft: { was: 'fall', klassen: ['K1'] },
  pfad: PFAD,
  name: 'schreibenDesFalls',
  titel: 'Welche Schreiben es für die Person gibt',
  pfadwerte: fallIdSchema,
  antwort: schreibenlisteSchema,
  fall: (umgebung, { konto, pfad }) => listeSchreiben(umgebung, konto, pfad.fallId),
});

export const schreibenroute: Route<Schreiben> = route({
  ...lesen,
  betrifft: { was: 'fall', klassen: ['K0', 'K1', 'K3'] },
  pfad: `${PFAD}/{sequenz}`,
  name: 'schreiben',
  titel: 'Ausfertigung für die Person, druckfertig',
  beschreibung:
    'Wird jedes Mal aus der Akte neu geschrieben und nirgends aufbewahrt; steht im Leseprotokoll.',
  pfadwerte: schreibverweis,
  antwort: schreibenSchema,
  fall: (umgebung, { konto, pfad }) => liesSchreiben(umgebung, konto, pfad),
});

/** What the person gets into their hands. */
export const schreibrouten: readonly Route[] = [schreibenliste, schreibenroute];

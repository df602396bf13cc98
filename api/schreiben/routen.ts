import { ROLLEN } from '../../domain/kennungen.ts';
import { fallIdSchema } from '../faelle/formen.ts';
import { LEER, LESEN, route, type Route } from '../kern/route.ts';
import { listeSchreiben, liesSchreiben } from './faelle.ts';
import {
  schreibenlisteSchema,
  schreibenSchema,
  schreibverweis,
  type Schreiben,
  type Schreibenliste,
} from './formen.ts';

const PFAD = '/api/v1/faelle/{fallId}/schreiben';
const lesen = {
  ...LESEN,
  spur: 'klassen',
  gruppe: 'Fall',
  // As for the case itself: who has no relation to it may have a reason, and a refused look is on record.
  rollen: ROLLEN,
  abfrage: LEER,
} as const;

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

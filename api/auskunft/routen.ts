import { personId } from '../leseprotokoll/formen.ts';
import { LEER, LESEN, route, type Route } from '../kern/route.ts';
import { auskunft } from './faelle.ts';
import { auskunftSchema } from './formen.ts';

/** What is in the file of a person (DS-33). */
export const auskunftsrouten: readonly Route[] = [
  route({
    ...LESEN,
    spur: 'immer',
    aufwendig: true,
    gruppe: 'Personen',
    betrifft: { was: 'person', klassen: ['K0', 'K1', 'K2'], zeigt: ['K3', 'K4', 'K5', 'K6', 'K7'] },
    pfad: '/api/v1/personen/{personId}/auskunft',
    name: 'auskunftDerPerson',
    titel: 'Auskunft an die Person: alle Daten, lesbar und als JSON (Art. 15 DSGVO)',
    beschreibung:
      'Gibt, wer den Fall führt; ohne Fall die Ansprechperson. Steht als ein Eintrag im Protokoll.',
    rollen: ['fm', 'pap'],
    pfadwerte: personId,
    abfrage: LEER,
    antwort: auskunftSchema,
    fall: (umgebung, { konto, pfad }) => auskunft(umgebung, konto, pfad.personId),
  }),
];

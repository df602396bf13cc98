import { fallIdSchema } from '../faelle/formen.ts';
import * as vertrag from './formen.ts';
import { LESEN, route, type Route } from '../kern/route.ts';
import { protokollDerPerson, protokollDesFalls } from './faelle.ts';

const lesen = {
  ...LESEN,
  aufwendig: true,
  rollen: ['tl', 'datenschutz'],
  abfrage: vertrag.protokollabfrage,
  antwort: vertrag.protokollseite,
} as const;

/** "Wer hat meine Akte gelesen" (DS-29, S4). */
export const protokollrouten: readonly Route[] = [
  route({
    ...lesen,
    gruppe: 'Fall',
    betrifft: { was: 'fall', klassen: ['K7'] },
    pfad: '/api/v1/faelle/{fallId}/protokoll',
    name: 'protokollDesFalls',
    titel: 'Wer diesen Fall gelesen und geändert hat',
    pfadwerte: fallIdSchema,
    fall: (umgebung, { konto, pfad, abfrage }) => protokollDesFalls(umgebung, konto, { ...pfad, ...abfrage }),
  }),
  route({
    ...lesen,
    gruppe: 'Personen',
    betrifft: { was: 'person', klassen: ['K7'] },
    pfad: '/api/v1/personen/{personId}/protokoll',
    name: 'protokollDerPerson',
    titel: 'Wer die Akte dieser Person gelesen und geändert hat',
    pfadwerte: vertrag.personId,
    fall: (umgebung, { konto, pfad, abfrage }) =>
      protokollDerPerson(umgebung, konto, { ...pfad, ...abfrage }),
  }),
];

import { fallIdSchema } from '../faelle/formen.ts';
import * as vertrag from './formen.ts';
import { LEER, LESEN, route, type Route } from '../kern/route.ts';
import type { Seite } from '../kern/seiten.ts';
import { protokollDerPerson, protokollDesFalls } from './faelle.ts';
import { durchsucheProtokoll, protokollDesHauses } from './hausfaelle.ts';

const lesen = {
  ...LESEN,
  aufwendig: true,
  spur: { ohne: 'nennt Beschäftigte, und die Person nur, wenn schon nach ihr gefragt ist' },
  rollen: ['tl', 'datenschutz'],
  abfrage: vertrag.protokollabfrage,
  antwort: vertrag.protokollseite,
} as const;

const imHaus = {
  ...LESEN,
  aufwendig: true,
  spur: 'liste',
  gruppe: 'Haus',
  betrifft: { was: 'haus', klassen: ['K7'] },
  rollen: ['datenschutz'],
  pfadwerte: LEER,
  antwort: vertrag.protokollseite,
} as const;

/** What R27 watches: who reads how much, and who looked for somebody (DS-29, ADR 61). */
const hausrouten: readonly Route[] = [
  route({
    ...imHaus,
    pfad: '/api/v1/protokoll',
    name: 'protokollDesHauses',
    titel: 'Wer im Haus oder mit einem Konto was gelesen und geändert hat',
    abfrage: vertrag.hausabfrage,
    fall: (umgebung, { konto, abfrage }) => protokollDesHauses(umgebung, konto, abfrage),
  }),
  route({
    ...imHaus,
    methode: 'post',
    pfad: '/api/v1/protokoll/suche',
    name: 'durchsucheProtokoll',
    titel: 'Wer nach dieser Nummer gesucht hat',
    beschreibung:
      'Im Protokoll steht vom Gesuchten nur ein Merkmal unter einem Schlüssel des Jahres; zwölf Monate nach dessen Ende ' +
      'ist er vernichtet, und niemand erfährt mehr, wonach gesucht wurde.',
    abfrage: LEER,
    rumpf: vertrag.protokollsuche,
    fall: (umgebung, { konto, rumpf }) => durchsucheProtokoll(umgebung, konto, rumpf),
  }),
];

export const fallprotokollroute: Route<Seite<vertrag.Protokollansicht>> = route({
  ...lesen,
  gruppe: 'Fall',
  betrifft: { was: 'fall', klassen: ['K7'] },
  pfad: '/api/v1/faelle/{fallId}/protokoll',
  name: 'protokollDesFalls',
  titel: 'Wer diesen Fall gelesen und geändert hat',
  pfadwerte: fallIdSchema,
  fall: (umgebung, { konto, pfad, abfrage }) => protokollDesFalls(umgebung, konto, { ...pfad, ...abfrage }),
});

export const personenprotokollroute: Route<Seite<vertrag.Protokollansicht>> = route({
  ...lesen,
  gruppe: 'Personen',
  betrifft: { was: 'person', klassen: ['K7'] },
  pfad: '/api/v1/personen/{personId}/protokoll',
  name: 'protokollDerPerson',
  titel: 'Wer die Akte dieser Person gelesen und geändert hat',
  pfadwerte: vertrag.personId,
  fall: (umgebung, { konto, pfad, abfrage }) => protokollDerPerson(umgebung, konto, { ...pfad, ...abfrage }),
});

/** "Wer hat meine Akte gelesen" (DS-29, S4). */
export const protokollrouten: readonly Route[] = [...hausrouten, fallprotokollroute, personenprotokollroute];

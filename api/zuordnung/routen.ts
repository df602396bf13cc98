import { z } from 'zod';
import { FACHROLLEN } from '../../domain/kennungen.ts';
import { REIHENFOLGE } from '../../domain/zuordnung/vorschlag.ts';
import { fallIdSchema } from '../faelle/formen.ts';
import { angelegt, kennung } from '../kern/felder.ts';
import * as vertrag from './formen.ts';
import {
  AENDERN,
  ANLEGEN,
  HANDELN,
  HAUS,
  LEER,
  LESEN,
  OHNE_PERSON,
  route,
  type Route,
} from '../kern/route.ts';
import { auslastungen, zuordnungsvorschlaege } from './faelle.ts';
import {
  aendereThema,
  hebeInteressenkonfliktAuf,
  konflikteMit,
  legeThemaAn,
  themen,
  vermerkeInteressenkonflikt,
} from './themenfaelle.ts';

const was = { gruppe: 'Haus', betrifft: HAUS, antwort: angelegt } as const;
const THEMEN = '/api/v1/themen';
/** That somebody may not look after somebody, never why. */
const KONFLIKT = { was: 'person', klassen: ['K1'] } as const;
const KONFLIKTE = '/api/v1/interessenkonflikte';

const themenrouten: readonly Route[] = [
  route({
    ...LESEN,
    spur: OHNE_PERSON,
    betrifft: HAUS,
    gruppe: 'Haus',
    pfad: THEMEN,
    name: 'themen',
    titel: 'Themen mit Zuständigen und Kontakt-Teams',
    rollen: FACHROLLEN,
    pfadwerte: LEER,
    abfrage: LEER,
    antwort: z.strictObject({ eintraege: z.array(vertrag.themaSchema) }),
    fall: async (umgebung, { konto }) => ({ eintraege: await themen(umgebung, konto) }),
  }),
  route({
    ...ANLEGEN,
    ...was,
    pfad: THEMEN,
    name: 'legeThemaAn',
    titel: 'Thema anlegen',
    rollen: ['tl'],
    pfadwerte: LEER,
    rumpf: vertrag.themaNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) => legeThemaAn(umgebung, konto, { schluessel, rumpf }),
    ort: THEMEN,
  }),
  route({
    ...AENDERN,
    ...was,
    pfad: `${THEMEN}/{themaId}`,
    name: 'aendereThema',
    titel: 'Thema und seine Zuständigkeiten ändern',
    beschreibung: 'Was fehlt, bleibt. Der Rumpf nennt den bekannten Stand.',
    rollen: ['tl'],
    pfadwerte: z.strictObject({ themaId: kennung }),
    rumpf: vertrag.themaAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereThema(umgebung, konto, { id: pfad.themaId, schluessel, rumpf }),
  }),
];

const VERMERKENDE = ['fm', 'tl'] as const;
export const konfliktliste: Route<{ eintraege: vertrag.Konfliktansicht[] }> = route({
  ...LESEN,
  spur: { ohne: 'nennt Beschäftigte; die Person kennt, wer fragt' },
  gruppe: 'Haus',
  pfad: '/api/v1/personen/{personId}/interessenkonflikte',
  betrifft: { was: 'person', klassen: ['K0'] },
  name: 'interessenkonflikteMit',
  titel: 'Interessenkonflikte mit einer Person',
  beschreibung: 'Die nicht aufgehobenen. Eine FM sieht den eigenen, die Teamleitung alle.',
  rollen: VERMERKENDE,
  pfadwerte: z.strictObject({ personId: kennung }),
  abfrage: LEER,
  antwort: vertrag.konflikteSchema,
  fall: async (umgebung, { konto, pfad }) => ({
    eintraege: await konflikteMit(umgebung, konto, pfad.personId),
  }),
});

const konfliktrouten: readonly Route[] = [
  konfliktliste,
  route({
    ...ANLEGEN,
    ...was,
    betrifft: KONFLIKT,
    pfad: KONFLIKTE,
    name: 'vermerkeInteressenkonflikt',
    titel: 'Interessenkonflikt vermerken',
    beschreibung: 'Nur die Tatsache, nie der Grund. Eine FM vermerkt eigene, die Teamleitung alle.',
    rollen: VERMERKENDE,
    pfadwerte: LEER,
    rumpf: vertrag.konfliktNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) =>
      vermerkeInteressenkonflikt(umgebung, konto, { schluessel, rumpf }),
    ort: KONFLIKTE,
  }),
  route({
    ...HANDELN,
    ...was,
    betrifft: KONFLIKT,
    pfad: `${KONFLIKTE}/{konfliktId}/aufhebung`,
    name: 'hebeInteressenkonfliktAuf',
    titel: 'Interessenkonflikt aufheben',
    rollen: VERMERKENDE,
    pfadwerte: z.strictObject({ konfliktId: kennung }),
    rumpf: vertrag.konfliktAufhebung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      hebeInteressenkonfliktAuf(umgebung, konto, { id: pfad.konfliktId, schluessel, rumpf }),
  }),
];

export const vorschlagsroute: Route<vertrag.Vorschlaegeansicht> = route({
  ...LESEN,
  spur: { ohne: 'nennt Beschäftigte; der Fall ist einer des eigenen Teams' },
  gruppe: 'Fall',
  aufwendig: true,
  pfad: '/api/v1/faelle/{fallId}/zuordnung/vorschlaege',
  betrifft: { was: 'fall', klassen: ['K1'] },
  name: 'zuordnungsvorschlaege',
  titel: 'Vorschläge für die Zuordnung einer Vormerkung',
  beschreibung: `${REIHENFOLGE} Wer anders zuordnet, begründet es (V-70).`,
  rollen: ['tl'],
  pfadwerte: fallIdSchema,
  abfrage: LEER,
  antwort: vertrag.vorschlaegeSchema,
  fall: (umgebung, { konto, pfad }) => zuordnungsvorschlaege(umgebung, konto, pfad.fallId),
});

export const auslastungsroute: Route<{ eintraege: vertrag.Auslastungseintrag[] }> = route({
  ...LESEN,
  spur: OHNE_PERSON,
  gruppe: 'Arbeitslisten',
  aufwendig: true,
  pfad: '/api/v1/arbeitslisten/auslastung',
  betrifft: { was: 'team', klassen: ['K6'] },
  name: 'auslastungen',
  titel: 'Auslastung je Fallmanagerin und Fallmanager',
  beschreibung: 'Offene Fälle gegen den individuellen Betreuungsschlüssel; eine FM sieht die eigene.',
  rollen: vertrag.AUSGELASTETE,
  pfadwerte: LEER,
  abfrage: vertrag.auslastungsabfrage,
  antwort: z.strictObject({ eintraege: z.array(vertrag.auslastungSchema) }),
  fall: async (umgebung, { konto, abfrage }) => ({
    eintraege: [...(await auslastungen(umgebung, konto, abfrage))],
  }),
});

/** What the weekly meeting looks at, and the master data its suggestions rest on. */
export const zuordnungsrouten: readonly Route[] = [
  vorschlagsroute,
  auslastungsroute,
  ...themenrouten,
  ...konfliktrouten,
];

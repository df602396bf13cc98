import { z } from 'zod';
import { FACHROLLEN, ROLLEN } from '../../domain/kennungen.ts';
import type { Seite } from '../kern/seiten.ts';
import * as vertrag from './formen.ts';
import { ANLEGEN, HAUS, LEER, LESEN, OHNE_PERSON, route, type Route } from '../kern/route.ts';
import { personal, teams } from './faelle.ts';
import { abweichungen, fuegeAbweichungHinzu, kalendertag } from './kalenderfaelle.ts';
import { tag } from '../kern/felder.ts';

const KALENDER = '/api/v1/kalender/abweichungen';
const lesen = {
  ...LESEN,
  spur: OHNE_PERSON,
  gruppe: 'Haus',
  pfadwerte: LEER,
  rollen: FACHROLLEN,
  betrifft: HAUS,
} as const;

const kalenderrouten: readonly Route[] = [
  route({
    ...lesen,
    pfad: KALENDER,
    name: 'kalenderabweichungen',
    titel: 'Schließtage und Korrekturen des Feiertagskalenders, die gelten',
    abfrage: LEER,
    antwort: z.strictObject({ eintraege: z.array(vertrag.kalendereintragSchema) }),
    fall: async (umgebung, { konto }) => ({ eintraege: await abweichungen(umgebung, konto) }),
  }),
  route({
    ...lesen,
    pfad: `${KALENDER}/{tag}`,
    name: 'kalendertag',
    titel: 'Was für einen Tag eingetragen wurde: von wem, wann und warum',
    beschreibung: 'Das Neueste zuerst; auch, was ersetzt oder zurückgenommen ist.',
    pfadwerte: z.strictObject({ tag }),
    abfrage: LEER,
    antwort: z.strictObject({ eintraege: z.array(vertrag.kalendereintragSchema) }),
    fall: async (umgebung, { konto, pfad }) => ({
      eintraege: await kalendertag(umgebung, konto, pfad.tag),
    }),
  }),
  route({
    ...ANLEGEN,
    gruppe: 'Haus',
    betrifft: HAUS,
    pfadwerte: LEER,
    pfad: KALENDER,
    name: 'kalenderabweichungErfassen',
    titel: 'Schließtag oder Korrektur erfassen, oder zurücknehmen',
    beschreibung:
      'Ein späterer Eintrag für denselben Tag und dasselbe Team oder Haus ersetzt den früheren, beide bleiben lesbar; der eines Teams geht dem des Hauses vor. ' +
      'Alle laufenden Fälle, für die er gilt, berechnen danach ihre Fristen neu.',
    rollen: ['bereichsleitung'],
    rumpf: vertrag.abweichungNeu,
    antwort: vertrag.abweichungSchema,
    fall: (umgebung, { konto, rumpf, schluessel }) =>
      fuegeAbweichungHinzu(umgebung, konto, { schluessel, rumpf }),
    ort: KALENDER,
  }),
];

export const personalliste: Route<Seite<vertrag.Personaleintrag>> = route({
  ...lesen,
  pfad: '/api/v1/mitarbeitende',
  name: 'mitarbeitende',
  titel: 'Mitarbeitende mit Rolle, Team und Arbeitszeitanteil',
  abfrage: vertrag.personalabfrage,
  antwort: vertrag.personalseite,
  fall: (umgebung, { konto, abfrage }) => personal(umgebung, konto, abfrage),
});

export const personalsuche: Route<Seite<vertrag.Personaleintrag>> = route({
  ...lesen,
  methode: 'post',
  aufwendig: true,
  pfad: '/api/v1/mitarbeitende/suche',
  name: 'sucheMitarbeitende',
  titel: 'Mitarbeitende, die heute arbeiten, nach Teilen des Namens suchen',
  abfrage: LEER,
  rumpf: vertrag.personalsuche,
  antwort: vertrag.personalseite,
  fall: (umgebung, { konto, rumpf }) =>
    personal(umgebung, konto, { ...vertrag.personalabfrage.parse({}), ...rumpf, aktiv: true }),
});

export const teamliste: Route<{ eintraege: vertrag.Team[] }> = route({
  ...lesen,
  pfad: '/api/v1/teams',
  name: 'teams',
  titel: 'Teams',
  abfrage: LEER,
  antwort: z.strictObject({ eintraege: z.array(vertrag.teamSchema) }),
  fall: async (umgebung, { konto }) => ({ eintraege: await teams(umgebung, konto) }),
});

/** Staff, teams, calendar of the office, policies. */
export const organisationsrouten: readonly Route[] = [
  route({
    ...lesen,
    rollen: ROLLEN,
    pfad: '/api/v1/ich',
    name: 'ich',
    titel: 'Mein Konto',
    abfrage: LEER,
    antwort: vertrag.ichSchema,
    fall: (_, { konto: { id, anzeigename, rolle, anteil, team, teams: alle, vertritt } }) =>
      Promise.resolve({ id, anzeigename, rolle, anteil, team, teams: [...alle], vertritt: [...vertritt] }),
  }),
  personalliste,
  personalsuche,
  teamliste,
  ...kalenderrouten,
];

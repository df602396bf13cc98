import { z } from 'zod';
import { angelegt, type Angelegt } from '../kern/felder.ts';
import { ANLEGEN, HANDELN, LEER, LESEN, OHNE_PERSON, route, type Route } from '../kern/route.ts';
import { seitenabfrage, type Seite } from '../kern/seiten.ts';
import {
  beantworteBeschwerde,
  befragungen,
  beschwerden,
  legeBefragungAn,
  legeZielwertFest,
  nimmBeschwerdeAuf,
  zielwerte,
} from './faelle.ts';
import * as vertrag from './formen.ts';

const TEAM = '/api/v1/teams/{id}';
const grund = { gruppe: 'Team', betrifft: { was: 'team', klassen: ['K6'] } } as const;
const blaettern = z.strictObject(seitenabfrage);
const lesen = {
  ...LESEN,
  spur: OHNE_PERSON,
  ...grund,
  rollen: ['tl', 'bereichsleitung', 'controlling'],
  pfadwerte: vertrag.teamIdSchema,
} as const;
const anlegen = { ...ANLEGEN, ...grund, pfadwerte: vertrag.teamIdSchema, antwort: angelegt } as const;
/** R12, R13 answer complaints; R15 keeps figures and targets. */
const BEANTWORTET = ['tl', 'bereichsleitung'] as const;
const ZAEHLT = ['controlling', 'bereichsleitung'] as const;

export const beschwerdeliste: Route<Seite<vertrag.Beschwerde>> = route({
  ...lesen,
  pfad: `${TEAM}/beschwerden`,
  name: 'beschwerden',
  titel: 'Beschwerden eines Teams mit Antwort und Dauer, ohne Person',
  abfrage: blaettern,
  antwort: vertrag.beschwerdeseite,
  fall: (umgebung, { konto, pfad, abfrage }) => beschwerden(umgebung, konto, { ...abfrage, id: pfad.id }),
});

export const zielwertliste: Route<vertrag.Zielwerte> = route({
  ...lesen,
  pfad: `${TEAM}/zielwerte`,
  name: 'zielwerte',
  titel: 'Zielwerte eines Teams, wie sie gelten',
  abfrage: LEER,
  antwort: vertrag.zielwerteSchema,
  fall: (umgebung, { konto, pfad }) => zielwerte(umgebung, konto, pfad.id),
});

export const beschwerdeaufnahme: Route<Angelegt> = route({
  ...anlegen,
  rollen: BEANTWORTET,
  pfad: `${TEAM}/beschwerden`,
  name: 'nimmBeschwerdeAuf',
  titel: 'Eingang einer Beschwerde zählen',
  rumpf: vertrag.beschwerdeNeu,
  fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
    nimmBeschwerdeAuf(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
});

export const befragungsanlage: Route<Angelegt> = route({
  ...anlegen,
  rollen: ZAEHLT,
  pfad: `${TEAM}/befragungen`,
  name: 'legeBefragungAn',
  titel: 'Ergebnisse einer Befragung oder des Kundenbeirats erfassen',
  rumpf: vertrag.befragungNeu,
  fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
    legeBefragungAn(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
});

export const zielwertfestlegung: Route<Angelegt> = route({
  ...anlegen,
  rollen: ZAEHLT,
  pfad: `${TEAM}/zielwerte`,
  name: 'legeZielwertFest',
  titel: 'Zielwert einer Kennzahl festlegen oder neu festlegen',
  rumpf: vertrag.zielwertNeu,
  fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
    legeZielwertFest(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
});

export const beschwerdeantwort: Route<Angelegt> = route({
  ...HANDELN,
  ...grund,
  rollen: BEANTWORTET,
  pfad: `${TEAM}/beschwerden/{beschwerdeId}/antwort`,
  name: 'beantworteBeschwerde',
  titel: 'Festhalten, wie und wann eine Beschwerde beantwortet wurde',
  pfadwerte: vertrag.beschwerdeverweis,
  rumpf: vertrag.antwortNeu,
  antwort: angelegt,
  fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
    beantworteBeschwerde(umgebung, konto, { ...pfad, schluessel, rumpf }),
});

const beschwerderouten: readonly Route[] = [beschwerdeliste, beschwerdeaufnahme, beschwerdeantwort];

/** What those say who use the service, and what a team is measured by (003 ch7, ch8). */
export const qualitaetsrouten: readonly Route[] = [
  ...beschwerderouten,
  route({
    ...lesen,
    pfad: `${TEAM}/befragungen`,
    name: 'befragungen',
    titel: 'Ergebnisse von Befragungen und des Kundenbeirats als Zahlen',
    abfrage: blaettern,
    antwort: vertrag.befragungsseite,
    fall: (umgebung, { konto, pfad, abfrage }) => befragungen(umgebung, konto, { ...abfrage, id: pfad.id }),
  }),
  befragungsanlage,
  zielwertliste,
  zielwertfestlegung,
];

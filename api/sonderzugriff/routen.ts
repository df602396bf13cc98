import { NOTZUGRIFFSROLLEN } from '../../domain/rollen/matrix.ts';
import { PRUEFROLLEN } from '../../domain/rollen/zugriffspruefung.ts';
import * as vertrag from './formen.ts';
import { ANLEGEN, HANDELN, LEER, LESEN, route, type Route } from '../kern/route.ts';
import {
  beanstandeteZugriffe,
  beginneZugriff,
  gibZugriffFrei,
  pruefeZugriff,
  ungepruefteZugriffe,
} from './faelle.ts';

const BASIS = '/api/v1/zugriffe';

const was = { gruppe: 'Fall', betrifft: { was: 'fall', klassen: ['K7'] } } as const;

const PRUEFLISTE = {
  ohne: 'nennt Fallnummer und Grund, keine Person; jeder Zugriff selbst steht im Protokoll',
} as const;

/** Access with a reason, and its review (R08, R12, R13, R27, DS-29). */
export const zugriffsrouten: readonly Route[] = [
  route({
    ...ANLEGEN,
    ...was,
    aufwendig: true,
    pfad: BASIS,
    name: 'beginneZugriff',
    titel: 'Notzugriff, oder K4 in Vertretung: mit Grund und Ende',
    beschreibung:
      'Wirkt sofort, steht im Protokoll und geht an die Teamleitung des Falls; der einer Teamleitung an den Datenschutz und die Bereichsleitung. ' +
      'Nach einer Beanstandung erst wieder nach der Freigabe; je Tag nur wenige Fälle, solange niemand einen bestätigt hat (DS-29).',
    rollen: NOTZUGRIFFSROLLEN,
    pfadwerte: LEER,
    rumpf: vertrag.zugriffNeu,
    antwort: vertrag.zugriffBegonnen,
    fall: (umgebung, { konto, rumpf, schluessel }) => beginneZugriff(umgebung, konto, { schluessel, rumpf }),
  }),
  route({
    ...LESEN,
    ...was,
    spur: PRUEFLISTE,
    pfad: `${BASIS}/ungeprueft`,
    name: 'ungepruefteZugriffe',
    titel: 'Zugriffe mit Grund, die noch niemand geprüft hat',
    rollen: PRUEFROLLEN,
    pfadwerte: LEER,
    abfrage: LEER,
    antwort: vertrag.ungepruefte,
    fall: (umgebung, { konto }) => ungepruefteZugriffe(umgebung, konto),
  }),
  route({
    ...HANDELN,
    ...was,
    pfad: `${BASIS}/{zugriffId}/pruefung`,
    name: 'pruefeZugriff',
    titel: 'Einen Zugriff bestätigen oder beanstanden',
    rollen: PRUEFROLLEN,
    pfadwerte: vertrag.zugriffId,
    rumpf: vertrag.pruefungNeu,
    antwort: vertrag.pruefungFestgehalten,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      pruefeZugriff(umgebung, konto, { id: pfad.zugriffId, schluessel, rumpf }),
  }),
  route({
    ...LESEN,
    ...was,
    spur: PRUEFLISTE,
    pfad: `${BASIS}/beanstandet`,
    name: 'beanstandeteZugriffe',
    titel: 'Beanstandete Zugriffe, nach denen noch niemand freigegeben ist',
    rollen: PRUEFROLLEN,
    pfadwerte: LEER,
    abfrage: LEER,
    antwort: vertrag.beanstandete,
    fall: (umgebung, { konto }) => beanstandeteZugriffe(umgebung, konto),
  }),
  route({
    ...HANDELN,
    ...was,
    pfad: `${BASIS}/{zugriffId}/freigabe`,
    name: 'gibZugriffFrei',
    titel: 'Nach einer Beanstandung wieder freigeben',
    beschreibung:
      'Der beanstandete Zugriff bleibt beendet; die Person darf wieder Fälle mit einem Grund öffnen.',
    rollen: PRUEFROLLEN,
    pfadwerte: vertrag.zugriffId,
    rumpf: vertrag.freigabeNeu,
    antwort: vertrag.pruefungFestgehalten,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      gibZugriffFrei(umgebung, konto, { id: pfad.zugriffId, schluessel, rumpf }),
  }),
];

import type { Rolle } from '../kennungen.ts';
import type { Klasse, Rechtsbeziehung } from './matrix.ts';

/** The roles of rollen.md as people say them, with their ids. */
export const ROLLENNAMEN: Readonly<Record<Rolle, string>> = {
  pap: 'persönliche Ansprechperson (R04, R05)',
  fm: 'Fallmanagement Ü25 (R07; als Vertretung R08)',
  fm_u25: 'Fallmanagement U25 (R09)',
  fm_extern: 'externes Fallmanagement (R23)',
  fm_spezial: 'Fallmanagement für besondere Gruppen (R10)',
  jour_fixe_av: 'Arbeitsvermittlung im Jour-Fixe (R11)',
  tl: 'Teamleitung (R12)',
  bereichsleitung: 'Bereichsleitung (R13)',
  controlling: 'Controlling (R15)',
  service_center: 'Service-Center (R24)',
  koordinator: 'Koordination sozialer Leistungen (R18)',
  administration: 'Systemadministration (R26)',
  datenschutz: 'Datenschutzbeauftragte (R27)',
};

export const BEZIEHUNGSNAMEN: Readonly<Record<Rechtsbeziehung, string>> = {
  zustaendig: 'führt den Fall',
  vertretung: 'vertritt heute, wer den Fall führt',
  vertretung_grund: 'vertritt und hat einen Grund genannt',
  beauftragt: 'ist mit dem Fall beauftragt',
  abgebend: 'hat den Fall abgegeben',
  aufnehmend: 'nimmt die Person auf',
  betreuend: 'betreut die Person',
  team: 'leitet oder steuert das Team des Falls',
  mitglied: 'arbeitet im Team des Falls',
  stichprobe: 'prüft den Fall, weil er gezogen wurde (T-50)',
  notzugriff: 'hat einen Notzugriff mit Grund und Ende',
  uebernehmend: 'führt den Fall, in dem dieser weitergeht (TR64), oder leitet dessen Team',
  weiterleitend: 'führt den Fall, aus dem dieser kommt (TR64), oder leitet dessen Team',
  jour_fixe: 'die Person ist im Jour-Fixe',
  termin: 'sagt Termine ab',
  haus: 'ohne Beziehung zum Fall',
};

export const KLASSENNAMEN: Readonly<Record<Klasse, string>> = {
  K0: 'Identität und Kontakt',
  K1: 'Stand des Verfahrens',
  K2: 'Profiling, Bezeichnung der Handlungsbedarfe',
  K3: 'geschützter Bereich des Fallmanagements',
  K4: 'besonders geschützte Angaben',
  K5: 'Austausch mit Leistungserbringern',
  K6: 'zusammengefasste Zahlen',
  K7: 'Protokoll der Zugriffe',
};

/** For readers who do not know the Fachkonzept. */
export const ohneKennung = (name: string): string => name.replaceAll(/ \([RT][^)]*\)/gu, '');

import type { Fristid } from '../kennungen.ts';
import type { Phase } from './phasen.ts';
import { istUebergang, mitteilungsname } from './uebergaenge/katalog.ts';

/** Names of the duties as people say them. A duty whose name hints at health shows as "Frist" (03-process.md 3.6). */
const FRISTNAMEN: Readonly<Record<Fristid, string>> = {
  'T-01': 'Zuordnung in der Teambesprechung',
  'T-02': 'Kontaktaufnahme mit dem pAp',
  'T-03': 'Erstgespräch',
  'T-04': 'Zugangsentscheidung',
  'T-06': 'Feedback an den pAp',
  'T-07': 'Überprüfung der Fortführung',
  'T-08': 'Höchstdauer',
  'T-09': 'Standortgespräch',
  'T-10': 'Kontakt',
  'T-11': 'Kontakt während einer Maßnahme',
  'T-12': 'Frist',
  'T-14': 'Übergang aus dem Fallmanagement U25',
  'T-15': 'Vereinbarung überprüfen',
  'T-17': 'Teilziel',
  'T-18': 'Rückmeldung',
  'T-19': 'Beginn der Leistung',
  'T-20': 'Einzelfall prüfen',
  'T-21': 'Rückgabe organisieren',
  'T-23': 'Frist',
  'T-24': 'Nachhaltung 6 Monate',
  'T-25': 'Nachhaltung 12 Monate',
  'T-26': 'Nachhaltung 24 Monate',
  'T-28': 'Dauerhafte Integration',
  'T-30': 'Unterlagen prüfen',
  'T-31': 'Einwilligung prüfen',
  'T-32': 'Begleitperson informieren',
  'T-33': 'Zwischenbericht',
  'T-40': 'Prüfung des Komplexprofils',
  'T-41': 'Teambesprechung',
  'T-42': 'Teambesuch',
  'T-43': 'Austausch',
  'T-44': 'Betreuungsschlüssel',
  'T-45': 'Bericht an die Regionaldirektion',
  'T-48': 'Jahresberichte der Leistungserbringer',
  'T-49': 'Netzwerktreffen',
  'T-50': 'Stichprobe der Fachaufsicht',
  'T-52': 'Evaluation der Handlungsbedarfe',
};

/** What staff are told of beside duties and transitions. */
const SONSTIGES: Readonly<Record<string, string>> = { 'DS-29': 'Zugriff auf einen Fall prüfen' };

const PHASENNAMEN: Readonly<Record<Phase, string>> = {
  fallzugang: 'Fallzugang',
  einstiegsberatung_arbeitsbuendnis: 'Einstiegsberatung und Arbeitsbündnis',
  assessment: 'Assessment',
  integrationsplan_vereinbarung: 'Integrationsplan und Vereinbarung',
  fall_und_leistungssteuerung: 'Fall- und Leistungssteuerung',
  fallabgang: 'Fallabgang',
};

/** A Prozessphase as people say it (001 6.2). */
export function phasenname(phase: Phase): string {
  return PHASENNAMEN[phase];
}

export function fristname(id: Fristid): string {
  return FRISTNAMEN[id];
}

/** The kind of task a message names: all a mail may say besides the Fallnummer (DS-30). */
export function anlassname(anlass: string): string {
  if (istFristid(anlass)) return FRISTNAMEN[anlass];
  if (istUebergang(anlass)) return mitteilungsname(anlass);
  return SONSTIGES[anlass] ?? 'Mitteilung';
}

function istFristid(text: string): text is Fristid {
  return Object.hasOwn(FRISTNAMEN, text);
}

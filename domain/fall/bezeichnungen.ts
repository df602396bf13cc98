import type { Fristid, Uebergangid } from '../kennungen.ts';
import { fristname, istFrist } from '../pflicht/katalog/katalog.ts';
import type { Phase } from './phasen.ts';

const MITTEILUNGEN: Readonly<Partial<Record<Uebergangid | 'DS-29', string>>> = {
  'DS-29': 'Zugriff auf einen Fall prüfen',
  TR03: 'Vormerkung',
  TR04: 'Vormerkung im Jour-Fixe',
  TR05: 'Übergabe aus dem Fallmanagement U25 angemeldet',
  TR07: 'Zuordnung',
  TR08: 'Zuordnung ohne warme Übergabe',
  TR09: 'Warme Übergabe im Jour-Fixe',
  TR10: 'Termin Übernahmegespräch',
  TR11: 'Termin Übernahmegespräch geändert',
  TR13: 'Vormerkung zurückgezogen',
  TR14: 'Fallzugang',
  TR15: 'Rücküberweisung',
  TR16: 'Weiterleitung',
  TR17: 'Übernahme aus dem Fallmanagement U25',
  TR18: 'Keine Übernahme aus dem Fallmanagement U25',
  TR19: 'Abweichung vom Zugang',
  TR22: 'Arbeitsbündnis nicht zustande gekommen',
  TR26: 'Änderung eines Teilziels',
  TR28: 'Vereinbarung nicht zustande gekommen',
  // Neutral on purpose: what arrived would hint at health.
  TR25: 'Termin vereinbaren',
  TR29: 'Fehlendes Angebot',
  TR30: 'Zuweisung',
  TR31: 'Einbezug einer Leistung',
  TR32: 'Beginn einer Leistung',
  TR33: 'Abschluss einer Leistung',
  TR34: 'Ende einer Leistung',
  TR35: 'Einwilligung widerrufen',
  TR36: 'Überprüfung nachgeholt',
  TR37: 'Abgang eingeleitet',
  TR38: 'Höchstdauer erreicht',
  TR39: 'Verbleib nach Standortgespräch',
  TR40: 'Rückgabe nach Standortgespräch',
  TR41: 'Überprüfung in der Verlängerung',
  TR42: 'Aufnahme der Rückgabe',
  TR44: 'Fallabgang',
  // A name that hints at health shows in mails as little as T-23 does.
  TR45: 'Fallabgang',
  TR46: 'Abgang zurückgenommen',
  TR47: 'Wiedervorlage',
  TR48: 'Nachhaltung begonnen',
  TR49: 'Erneute Vormerkung',
  TR50: 'Fallabgang ohne Gespräch',
  TR51: 'Wechsel im Fallmanagement',
  TR55: 'Feedback',
  TR57: 'Nachhaltung',
  TR58: 'Berichtigung',
  TR59: 'Umkehr des Fallabgangs',
};

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

/** The kind of task a message names: all a mail may say besides the Fallnummer (DS-30). */
export function anlassname(anlass: Fristid | Uebergangid): string {
  if (istFrist(anlass)) return fristname(anlass);
  return MITTEILUNGEN[anlass] ?? 'Mitteilung';
}

export { FRIST_IDS, type Fallfristid, type Fristid } from './pflicht/katalog/katalog.ts';
export { EMPFAENGERROLLEN, FACHROLLEN, ROLLEN, type Empfaengerrolle, type Rolle } from './rollen/rolle.ts';
export { ZUSTAENDE, type Zustand } from './fall/zustand.ts';

/** Checks of fristenrechnung.md without a date of their own: asked for with the act they belong to. */
export type Pruefpunkt = 'T-16';

/** Rules, written as in regeln.md. */
export type Regelid = `V-${number}`;

/** A number that one of the rules has; a reason given to another would be read by nobody (V-83). */
export const REGELNUMMER = /^V-(?:0[1-9]|[1-7]\d|8[0-5])$/u;

/** Exit reasons of abgangsgruende.md. */
export const ABGANGSGRUENDE = [
  'X1',
  'X2',
  'X3',
  'X4',
  'X5',
  'X6',
  'X7',
  'X8',
  'X9',
  'X10',
  'X11',
  'X12',
  'X13',
  'X14',
  'X15',
] as const;
export type Abgangsgrund = (typeof ABGANGSGRUENDE)[number];

/** E35: how far the goals of bFM were reached when it ended. */
export const ZIELERREICHUNGEN = ['erreicht', 'teilweise', 'nicht_erreicht'] as const;
export type Zielerreichung = (typeof ZIELERREICHUNGEN)[number];

/** Specialised forms of care a case can be passed to (R10; TR16, X14). */
export const ZIELSTELLEN = ['fm_migration', 'fm_familiencoaching', 'anderes_spezialisiertes_fm'] as const;
export type Zielstelle = (typeof ZIELSTELLEN)[number];
/** Where a case is passed on to (TR16): a specialised form of care, or out of one back to the Fallmanagement Ü25. */
export const WEITERLEITUNGSZIELE = [...ZIELSTELLEN, 'fm_ue25'] as const;
export type Weiterleitungsziel = (typeof WEITERLEITUNGSZIELE)[number];

/** What a transfer to another team rests on: each of § 69 Abs. 1 Nr. 1 SGB X. */
export const UEBERMITTLUNGSGRUNDLAGEN = ['erhebungszweck', 'eigene_aufgabe', 'aufgabe_der_stelle'] as const;
export type Uebermittlungsgrundlage = (typeof UEBERMITTLUNGSGRUNDLAGEN)[number];

/** E37: why nothing can be moved for the time being. */
export const AKH_GRUENDE = [
  'kein_steuerungsvermoegen',
  'keine_veraenderungsmoeglichkeit',
  'beschaeftigungsunfaehig_geringe_belastbarkeit',
  'sonstige',
] as const;
export type AkhGrund = (typeof AKH_GRUENDE)[number];

/** Reasons for no access (E12); the last three have transitions of their own (TR02, TR16, V-02). */
export const NICHTZUGANGSGRUENDE = [
  'mitwirkung_verweigert',
  'kriterium_a_fehlt',
  'kriterium_b_negativ',
  'ablehnung_bewerber',
  'falsche_zuordnung',
  'kein_arbeitsbuendnis',
  'arbeitsmarktintegration_kein_ziel',
  'sonstiges',
  'bewusste_nichtvormerkung',
  'spezialisiertes_fm',
  'nicht_ue25',
] as const;
export type Nichtzugangsgrund = (typeof NICHTZUGANGSGRUENDE)[number];

/** [P] Kind of the reason a person was taken over, beside the text (001 7.1); none of them says what the matter is. */
export const UEBERNAHMEGRUENDE = [
  'mehrere_problemlagen',
  'verfestigte_lage',
  'bisherige_beratung_reicht_nicht',
  'netzwerk_noetig',
  'sonstiges',
] as const;
export type Uebernahmegrund = (typeof UEBERNAHMEGRUENDE)[number];

/** [P] Kind of the reason for a stay beyond 24 months, beside the text (001 7.1). */
export const VERLAENGERUNGSGRUENDE = [
  'fortschritt_absehbar',
  'laufende_massnahme',
  'neue_problemlage',
  'unterbrechung',
  'uebergang_vorbereiten',
  'sonstiges',
] as const;
export type Verlaengerungsgrund = (typeof VERLAENGERUNGSGRUENDE)[number];

/** Stages of a message (technik.md 3.2). */
export type Stufe = 'erinnerung' | 'faellig' | 'ueberfaellig' | 'mitteilung';

export type Profillage =
  | 'marktprofil'
  | 'aktivierungsprofil'
  | 'foerderprofil'
  | 'entwicklungsprofil'
  | 'stabilisierungsprofil'
  | 'unterstuetzungsprofil'
  | 'nicht_ermittelt';

export type Schluesselgruppe =
  'qualifikation' | 'leistungsfaehigkeit' | 'motivation' | 'rahmenbedingungen' | 'arbeitsmarktbedingungen';

/** How far a Handlungsbedarf is (E05). */
export const HB_STATUS = ['offen', 'in_bearbeitung', 'reduziert', 'abgebaut', 'verworfen'] as const;
export type Hbstatus = (typeof HB_STATUS)[number];

export type Kontaktart = 'persoenlich' | 'telefon' | 'aufsuchend' | 'video' | 'schriftlich';

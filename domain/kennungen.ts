/** Timers of 04-fristen.md that a Fall carries. T-05, T-13, T-16 and T-22 are checks without a date. */
export const FALLFRIST_IDS = [
  'T-01',
  'T-02',
  'T-03',
  'T-04',
  'T-06',
  'T-07',
  'T-08',
  'T-09',
  'T-10',
  'T-11',
  'T-12',
  'T-15',
  'T-17',
  'T-18',
  'T-19',
  'T-20',
  'T-21',
  'T-23',
  'T-24',
  'T-25',
  'T-26',
  'T-28',
  'T-30',
  'T-31',
  'T-32',
  'T-33',
] as const;
export type Fallfristid = (typeof FALLFRIST_IDS)[number];

/** Timers outside single cases (04-fristen.md 4.2): of a person outside bFM, of a team. */
const POTENZIALFRIST_IDS = ['T-14', 'T-40'] as const;
const TEAMFRIST_IDS = ['T-41', 'T-42', 'T-43', 'T-44', 'T-45', 'T-48', 'T-49', 'T-50', 'T-52'] as const;

export const FRIST_IDS = [...FALLFRIST_IDS, ...POTENZIALFRIST_IDS, ...TEAMFRIST_IDS] as const;
export type Fristid = (typeof FRIST_IDS)[number];

/** Checks of 04-fristen.md without a date of their own: asked for with the act they belong to. */
export type Pruefpunkt = 'T-16';

/** Rules of 05-rules.md, written as in the specification. */
export type Regelid = `V-${number}`;

/** Exit reasons of 03-process.md 3.5. */
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

/** Roles of 01-roles.md that act or are told something in this release. */
/** Roles with business of their own. */
export const FACHROLLEN = [
  'pap',
  'fm',
  'fm_u25',
  'fm_extern',
  'fm_spezial',
  'jour_fixe_av',
  'tl',
  'bereichsleitung',
  'controlling',
  'service_center',
  'koordinator',
] as const;
/** R26 runs the system: K7 and technical data, no business content [P]. */
export const ROLLEN = [...FACHROLLEN, 'administration'] as const;
export type Rolle = (typeof ROLLEN)[number];

/** Who can be told something: colleagues, and a Leistungserbringer (R17), who has no account. */
export const EMPFAENGERROLLEN = [...ROLLEN, 'leistungserbringer'] as const;
export type Empfaengerrolle = (typeof EMPFAENGERROLLEN)[number];

/** Life-cycle states of 03-process.md 3.2 in lower snake case; S10 and S11 live in `neben` after `beendet`. */
export const ZUSTAENDE = [
  'vorgemerkt',
  'zugeordnet',
  'uebernahme_terminiert',
  'zugangspruefung',
  'aktiv',
  'standort_faellig',
  'aktiv_verlaengert',
  'abgang_eingeleitet',
  'beendet',
  'abgewiesen',
  'weitergeleitet',
  'zurueckgezogen',
] as const;
export type Zustand = (typeof ZUSTAENDE)[number];

/** Stages of a message (szenario-format.md 2). */
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

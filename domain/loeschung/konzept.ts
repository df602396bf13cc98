import { STANDARD } from '../policy/standard.ts';
import type { Datenklasse } from '../rollen/matrix.ts';

/** What starts the Regellöschfrist of a class. */
export type Startzeitpunkt =
  'erfassung' | 'fallende' | 'letzte_eintragung' | 'erledigung' | 'jahresende' | 'keiner';

/** Löschklasse of DIN 66398: one start, one Regellöschfrist. `monate` null = never erased by time. */
export type Loeschklasse = {
  readonly name: string;
  readonly start: Startzeitpunkt;
  readonly monate: number | null;
  /** Follows POL-LOESCH of the case instead of the number, which is its default. */
  readonly nachPolicy: boolean;
  readonly begruendung: string;
};

const FUENF_JAHRE = STANDARD['POL-LOESCH'].monate;

export const LOESCHKLASSEN = {
  unterlage: {
    name: 'Unterlage',
    start: 'erfassung',
    monate: FUENF_JAHRE,
    nachPolicy: true,
    begruendung:
      'Spätestens fünf Jahre nach der Erfassung, je Unterlage (003 Kap. 4 Nr. 4; T-29, POL-LOESCH).',
  },
  fall: {
    name: 'Fall',
    start: 'fallende',
    monate: FUENF_JAHRE,
    nachPolicy: true,
    begruendung:
      'Die Ablaufdaten tragen den laufenden Fall und die Nachhaltung; fünf Jahre nach seinem Ende braucht sie niemand mehr (TR53).',
  },
  person: {
    name: 'Personenakte',
    start: 'letzte_eintragung',
    monate: FUENF_JAHRE,
    nachPolicy: false,
    begruendung: 'Fünf Jahre nach der letzten Eintragung, sobald es zu der Person keinen Fall mehr gibt.',
  },
  anspruch: {
    name: 'Anspruch ohne Vorgang',
    start: 'erledigung',
    monate: 12,
    nachPolicy: false,
    begruendung: 'So lange erkennt Lotse die Wiederholung eines Schreibvorgangs an Stammdaten wieder.',
  },
  sendung: {
    name: 'Zugestellte Sendung',
    start: 'erledigung',
    monate: 3,
    nachPolicy: false,
    begruendung: 'Nachweis der Zustellung bei Rückfragen; der Eingang selbst bleibt beim Fall.',
  },
  entwurf: {
    name: 'Entwurf',
    start: 'erfassung',
    monate: 1,
    nachPolicy: false,
    begruendung: 'Ein Text, dessen Befehl nie aufgezeichnet wurde, gehört zu nichts.',
  },
  ablauf: {
    name: 'Historie des Ablaufs',
    start: 'erledigung',
    monate: 1,
    nachPolicy: false,
    begruendung:
      'Aufbewahrung des Temporal-Namensraums, höchstens 30 Tage nach dem Ende des Ablaufs (DS-27); mit dem Fall sofort.',
  },
  protokoll: {
    name: 'Protokoll',
    start: 'keiner',
    monate: null,
    nachPolicy: false,
    begruendung:
      'Enthält nur Kennungen und Zeitpunkte; ist gelöscht, worauf sie zeigen, sind sie ohne Bezug zu einer Person. Eine gekürzte Kette bewiese nichts mehr.',
  },
  suchschluessel: {
    name: 'Schlüssel der Suchmerkmale',
    start: 'jahresende',
    monate: 12,
    nachPolicy: false,
    begruendung:
      'So lange lässt sich fragen, wer nach einer Nummer gesucht hat; danach sagen die Merkmale im Protokoll nichts mehr (ADR 61).',
  },
  dienststelle: {
    name: 'Daten der Dienststelle',
    start: 'keiner',
    monate: null,
    nachPolicy: false,
    begruendung:
      'Keine Sozialdaten: Aufbau, Verzeichnisse und Beschäftigte der Dienststelle; für Beschäftigtendaten gilt deren eigenes Löschkonzept.',
  },
} as const satisfies Readonly<Record<string, Loeschklasse>>;
export type Loeschklassenname = keyof typeof LOESCHKLASSEN;

/** How the data of a class go. */
export type Loeschweg =
  'einzeln' | 'mit_fall' | 'mit_person' | 'nachtlauf' | 'schluessel' | 'temporal' | 'keiner';

/** Datenart of DIN 66398: which tables hold it, and the rule it goes by. */
export type Datenart = {
  readonly name: string;
  readonly klassen: readonly (Datenklasse | 'K0' | 'K7')[];
  readonly tabellen: readonly string[];
  readonly loeschklasse: Loeschklassenname;
  readonly weg: Loeschweg;
  readonly anmerkung?: string;
};

const MIT_FALL = { loeschklasse: 'fall', weg: 'mit_fall' } as const;
const MIT_PERSON = { loeschklasse: 'person', weg: 'mit_person' } as const;
const DIENSTSTELLE = { klassen: [], loeschklasse: 'dienststelle', weg: 'keiner' } as const;

/** Every table of Lotse, each in exactly one Datenart (DS-10, DS-28). */
export const DATENARTEN: readonly Datenart[] = [
  {
    name: 'Texte eines Falls oder einer Prüfakte: Beratungsvermerke, Assessment, Pläne, Gutachten, Rückmeldungen',
    klassen: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'],
    tabellen: ['dokument'],
    loeschklasse: 'unterlage',
    weg: 'einzeln',
    anmerkung:
      'Auch in einem laufenden Fall; was noch gebraucht wird, erfasst die Fallmanagerin vorher neu (A-15). Ein Eintrag des Assessments geht früher, wenn er selbst einen früheren Tag nennt (V-33). K4 und K5 sind mit einem Schlüssel je Fall verschlüsselt, der mit dem Fall vernichtet wird (DS-28).',
  },
  {
    name: 'Ablauf des Falls: Ereignisse, Stand, Fristen',
    klassen: ['K1'],
    tabellen: ['fall', 'fall_ereignis', 'frist'],
    ...MIT_FALL,
  },
  {
    name: 'Verweise auf Unterlagen der eAkte: Nummer, Tag, Titel, keine Dateien',
    klassen: ['K3'],
    tabellen: ['eaktenverweis'],
    ...MIT_FALL,
  },
  {
    name: 'Bilder von Profil und Handlungsbedarfen bei Zugang und Abgang',
    klassen: ['K2'],
    tabellen: ['eingangsqualitaet', 'abgangsbild'],
    ...MIT_FALL,
  },
  {
    name: 'Rückmeldungen von Leistungserbringern und ihre Einmallinks',
    klassen: ['K5'],
    tabellen: ['rueckmeldung', 'rueckmeldezugang'],
    ...MIT_FALL,
    anmerkung: 'Nach einem Widerruf für entbehrlich befundene Texte gehen in der nächsten Nacht (TR35).',
  },
  {
    name: 'Zeitlich begrenzte Zugriffe mit Begründung, ihre Prüfung und Freigabe',
    klassen: ['K7'],
    tabellen: ['sonderzugriff', 'sonderzugriff_pruefung', 'sonderzugriff_freigabe'],
    ...MIT_FALL,
  },
  {
    name: 'Prüfungen „noch nötig?“, Anträge auf vorzeitige Löschung, Löschsperren, Bestreiten',
    klassen: ['K1'],
    tabellen: ['bedarfspruefung', 'bedarfsentscheidung', 'loeschantrag', 'loeschsperre', 'bestreitung'],
    ...MIT_FALL,
  },
  {
    name: 'Personalien und Begleitpersonen',
    klassen: ['K0'],
    tabellen: ['person', 'begleitperson'],
    ...MIT_PERSON,
  },
  {
    name: 'Profiling und Handlungsbedarfe mit ihrem Verlauf',
    klassen: ['K2'],
    tabellen: ['profiling', 'handlungsbedarf', 'handlungsbedarf_verlauf'],
    ...MIT_PERSON,
  },
  {
    name: 'Beginn des Leistungsbezugs und Grund des Neuzugangs',
    klassen: ['K2'],
    tabellen: ['neuzugang'],
    ...MIT_PERSON,
    anmerkung:
      'Freiwillig; Zweck ist allein die Statistik der Neuzugänge (003 Kap. 7). Nur Werte einer festen Liste, kein Text.',
  },
  {
    name: 'Handlungsfeld und wirksames Instrument der Handlungsbedarfe',
    klassen: ['K4'],
    tabellen: ['handlungsbedarf_naeheres'],
    ...MIT_PERSON,
    anmerkung: 'Nur Werte fester Listen, kein Text.',
  },
  {
    name: 'Einwilligungen, Schweigepflichtentbindungen und ihr Widerruf',
    klassen: ['K5'],
    tabellen: ['einwilligung', 'einwilligung_widerruf'],
    ...MIT_PERSON,
    anmerkung: 'Nachweis, worauf ein Austausch beruhte (§ 67b Abs. 2 SGB X).',
  },
  { name: 'Interessenkonflikte', klassen: ['K1'], tabellen: ['interessenkonflikt'], ...MIT_PERSON },
  {
    name: 'Prüfakte einer Person außerhalb des bFM (T-40) und Kalender der Teams',
    klassen: ['K1'],
    tabellen: ['vorgang', 'vorgang_ereignis', 'vorgang_frist'],
    ...MIT_PERSON,
    anmerkung: 'Die Kalender der Teams enthalten nur Kennungen und bleiben.',
  },
  {
    name: 'Eingangskorb',
    klassen: ['K1'],
    tabellen: ['eingang'],
    ...MIT_FALL,
    anmerkung: 'Nur Art der Aufgabe und Fallnummer (DS-30); Einträge einer Prüfakte gehen mit der Person.',
  },
  {
    name: 'Postausgang: Mails und Signale',
    klassen: ['K1'],
    tabellen: ['ausgang'],
    loeschklasse: 'sendung',
    weg: 'nachtlauf',
    anmerkung: 'Spätestens mit dem Fall oder der Person.',
  },
  {
    name: 'Ansprüche und Antworten der Befehle',
    klassen: ['K1'],
    tabellen: ['befehl'],
    loeschklasse: 'anspruch',
    weg: 'nachtlauf',
    anmerkung: 'Die eines Vorgangs gehen mit ihm.',
  },
  {
    name: 'Vorschau einer Umstellung auf eine andere Policy',
    klassen: ['K1'],
    tabellen: ['policymigrationsschritt'],
    ...MIT_FALL,
  },
  {
    name: 'Protokoll der Änderungen und Zugriffe (E47)',
    klassen: ['K7'],
    tabellen: ['protokoll', 'protokollkopf', 'protokollanker', 'lesespur'],
    loeschklasse: 'protokoll',
    weg: 'keiner',
    anmerkung:
      'Was ein Konto gerade blätternd liest, steht höchstens eine Stunde in `lesespur` und wird dann ein Eintrag.',
  },
  {
    name: 'Schlüssel der Suchmerkmale eines Kalenderjahres (im Schlüsselspeicher)',
    klassen: ['K7'],
    tabellen: [],
    loeschklasse: 'suchschluessel',
    weg: 'schluessel',
    anmerkung: 'Die Einträge bleiben prüfbar; wonach gesucht wurde, kann niemand mehr nachrechnen.',
  },
  {
    name: 'Aufbau und Beschäftigte der Dienststelle',
    tabellen: [
      'team',
      'mitarbeitende',
      'teamverantwortung',
      'abwesenheit',
      'vertretungsring',
      'qualifikation',
      'externnachweis',
    ],
    ...DIENSTSTELLE,
  },
  {
    name: 'Verzeichnisse, Policy, Kalender, Nummernkreise, Stand der Löschung',
    tabellen: [
      'leistungserbringer',
      'kooperationsvereinbarung',
      'erbringerbericht',
      'thema',
      'themenzustaendigkeit',
      'policyversion',
      'policyfreigabe',
      'policymigration',
      'policymigrationsauftrag',
      'kalenderabweichung',
      'fallnummernkreis',
      'ziehungssaat',
      'berechtigung',
      'ereignisklasse',
      'systemzugriff',
      'loeschstand',
      'rundgang',
      'wartung',
    ],
    ...DIENSTSTELLE,
  },
  {
    name: 'Beschwerden, Befragungen und Zielwerte eines Teams als Zahlen',
    tabellen: ['beschwerde', 'befragung', 'zielwert'],
    ...DIENSTSTELLE,
    anmerkung: 'Ohne Person, Fall und Wortlaut; wer sich beschwert hat, steht in der eAkte.',
  },
];

/** DS-27: days a Temporal namespace may keep a closed workflow. */
export const ABLAUF_TAGE_HOECHSTENS = 30;

import type { Datenklasse } from '../rollen/matrix.ts';
import type { Loeschklassenname } from './klassen.ts';

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
    name: 'Angefangene Eingaben in Formularen',
    klassen: ['K0', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6'],
    tabellen: ['formularentwurf'],
    loeschklasse: 'formularentwurf',
    weg: 'nachtlauf',
    anmerkung:
      'Verschlüsselt und nur für das Konto lesbar, das sie begonnen hat; spätestens mit dem Fall oder der Person.',
  },
  {
    name: 'Eigene Wiedervorlagen',
    klassen: ['K0', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6'],
    tabellen: ['eigene_wiedervorlage'],
    loeschklasse: 'eigeneWiedervorlage',
    weg: 'nachtlauf',
    anmerkung:
      'Verschlüsselt und nur für das Konto lesbar, das sie geschrieben hat; spätestens mit dem Fall und in der Nacht, nachdem das Konto ausgeschieden ist.',
  },
  {
    name: 'Anmeldungen an den Seiten',
    klassen: [],
    tabellen: ['sitzung'],
    loeschklasse: 'sitzung',
    weg: 'nachtlauf',
    anmerkung: 'Welches Konto gerade angemeldet ist; das Geheimnis des Browsers steht nur als Prüfsumme da.',
  },
  {
    name: 'Zugänge zum eigenen Kalender',
    klassen: [],
    tabellen: ['kalenderzugang'],
    loeschklasse: 'sitzung',
    weg: 'nachtlauf',
    anmerkung:
      'Gelöscht, sobald das Konto seine Adresse aufhebt, sonst in der Nacht, nachdem es ausgeschieden ist; das Geheimnis der Adresse steht nur als Prüfsumme da.',
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
      'mailwahl',
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
      ...['policyversion', 'policyfreigabe', 'policymigration', 'policymigrationsauftrag'],
      'kalenderabweichung',
      'fallnummernkreis',
      'ziehungssaat',
      'berechtigung',
      'ereignisklasse',
      'systemzugriff',
      'loeschstand',
      'rundgang',
      'wartung',
      'stammdatenstand',
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

import { STANDARD } from '../policy/standard.ts';

/** What starts the Regellöschfrist of a class. */
export type Startzeitpunkt =
  | 'erfassung'
  | 'fallende'
  | 'letzte_eintragung'
  | 'erledigung'
  | 'vorgesehener_tag'
  | 'jahresende'
  | 'keiner';

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
  formularentwurf: {
    name: 'Angefangene Eingabe',
    start: 'erfassung',
    monate: 0,
    nachPolicy: false,
    begruendung:
      'Drei Arbeitstage lang kann weiterschreiben, wer sie begonnen hat (ADR 69); in der Nacht darauf ist sie gelöscht.',
  },
  eigeneWiedervorlage: {
    name: 'Eigene Wiedervorlage',
    start: 'vorgesehener_tag',
    monate: 12,
    nachPolicy: false,
    begruendung:
      'Was erledigt ist, ist sofort gelöscht; was ein Jahr nach seinem Tag niemand erledigt hat, braucht niemand mehr (ADR 72).',
  },
  sitzung: {
    name: 'Anmeldung an den Seiten',
    start: 'erledigung',
    monate: 0,
    nachPolicy: false,
    begruendung:
      'Eine Stunde nach dem letzten Klick gilt sie nicht mehr; in der Nacht darauf ist sie gelöscht.',
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

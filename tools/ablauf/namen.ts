import type { Ausgangszustand, Empfaenger } from '../../domain/fall/uebergaenge/zeile.ts';
import type { Abschnitt } from '../../domain/fall/uebergaenge/katalog.ts';

/** The states as people say them. */
export const ZUSTANDSNAMEN: Readonly<Record<Ausgangszustand | 'geloescht', string>> = {
  neu: 'noch kein Fall',
  potenzial: 'Potenzial',
  ruhend: 'ruhendes Potenzial',
  vorgemerkt: 'vorgemerkt',
  zugeordnet: 'zugeordnet',
  uebernahme_terminiert: 'Übernahme terminiert',
  zugangspruefung: 'Zugangsprüfung',
  aktiv: 'aktiv',
  standort_faellig: 'Standortgespräch fällig',
  aktiv_verlaengert: 'aktiv (verlängert)',
  abgang_eingeleitet: 'Abgang eingeleitet',
  beendet: 'beendet',
  abgewiesen: 'abgewiesen',
  weitergeleitet: 'weitergeleitet',
  zurueckgezogen: 'zurückgezogen',
  geloescht: 'gelöscht',
};

export const ALLE_ZUSTAENDE = Object.keys(ZUSTANDSNAMEN).filter((name): name is keyof typeof ZUSTANDSNAMEN =>
  Object.hasOwn(ZUSTANDSNAMEN, name),
);

/** Who is told, as short as a table needs it. */
export const EMPFAENGERNAMEN: Readonly<Record<Empfaenger, string>> = {
  pap: 'pAp',
  fm: 'FM',
  fm_u25: 'FM U25',
  fm_extern: 'externes FM',
  fm_spezial: 'spezialisiertes FM',
  jour_fixe_av: 'AV im Jour-Fixe',
  tl: 'Teamleitung',
  bereichsleitung: 'Bereichsleitung',
  controlling: 'Controlling',
  service_center: 'Service-Center',
  koordinator: 'Koordination',
  administration: 'Administration',
  datenschutz: 'Datenschutz',
  leistungserbringer: 'Leistungserbringer',
  abgebend: 'abgebende Stelle',
};

export const ABSCHNITTSNAMEN: Readonly<Record<Abschnitt, readonly [titel: string, worum: string]>> = {
  zugang: ['Zugang', 'Vom Potenzial bis zum Fallzugang, oder bis zu den Gründen dagegen.'],
  begleitung: [
    'Begleitung',
    'Vom Fallzugang bis zum Standortgespräch. Aktiv, „Standortgespräch fällig“ und „aktiv (verlängert)“ sind ein offener Fall.',
  ],
  leistung: ['Leistungen', 'Maßnahmen, Netzwerk und Leistungen nach § 16a SGB II.'],
  abgang: ['Abgang', 'Von der Entscheidung über den Abgang bis zum Fallabgang.'],
  danach: ['Danach', 'Nach dem Fallabgang, und was jederzeit vorkommen kann.'],
};

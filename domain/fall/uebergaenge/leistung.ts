import { IN_BEGLEITUNG, OFFEN, type Uebergangstafel } from './zeile.ts';

/** Measures, the network and services after § 16a SGB II (S05 to S08). */
export const LEISTUNG = {
  TR29: {
    name: 'Maßnahme, Fallkonferenz oder fehlendes Angebot',
    von: IN_BEGLEITUNG,
    nach: [],
    quelle: '003 Kap. 6',
    an: [],
    mitteilung: 'Fehlendes Angebot',
    // The one the gap was reported to.
    abweichend: { angebotsluecke_gemeldet: ['tl', 'koordinator'] },
    befehle: {
      massnahme_beginnen: { von: OFFEN, satz: 'Der Beginn einer Maßnahme' },
      massnahme_beenden: 'Das Ende einer Maßnahme',
      fallkonferenz_fuehren: 'Eine Fallkonferenz',
      angebotsluecke_melden: { von: OFFEN, satz: 'Die Meldung eines fehlenden Angebots' },
    },
  },
  TR30: {
    name: 'Zuweisung',
    von: OFFEN,
    nach: [],
    quelle: '004 Kap. 1, 5',
    an: ['leistungserbringer'],
    befehle: { leistung_zuweisen: 'Die Zuweisung zu einer Leistung' },
  },
  TR31: {
    name: 'Einbezug einer Leistung',
    von: OFFEN,
    nach: [],
    quelle: '004 Kap. 5',
    an: ['leistungserbringer'],
    befehle: { leistung_einbeziehen: 'Das Einbeziehen einer Leistung' },
  },
  TR32: {
    name: 'Beginn einer Leistung',
    von: IN_BEGLEITUNG,
    nach: [],
    quelle: '004 Kap. 5, 9',
    an: ['fm'],
    befehle: {
      leistung_beginnen: 'Der Beginn',
      rueckmeldung_anfordern: 'Die Bitte um Rückmeldung',
      rueckmeldung_uebernehmen: { von: [...IN_BEGLEITUNG, 'beendet'], satz: 'Eine Rückmeldung' },
    },
  },
  TR33: {
    name: 'Abschluss einer Leistung',
    von: IN_BEGLEITUNG,
    nach: [],
    quelle: '004 Kap. 5, 9',
    an: ['fm'],
    befehle: { leistung_beenden: 'Das Ende' },
  },
  TR34: {
    name: 'Ende einer Leistung',
    von: IN_BEGLEITUNG,
    nach: [],
    quelle: '004 Kap. 5, 9',
    an: ['fm'],
    befehle: { leistung_beenden: 'Das Ende', abbruch_pruefen: 'Die Prüfung des Einzelfalls' },
  },
  TR35: {
    name: 'Einwilligung widerrufen',
    von: IN_BEGLEITUNG,
    nach: [],
    quelle: '004 Kap. 5',
    an: ['fm', 'leistungserbringer'],
    abweichend: { rueckmeldungen_geprueft: [] },
    befehle: {
      einwilligungen_uebernehmen: 'Eine Änderung der Einwilligungen',
      rueckmeldungen_pruefen: 'Die Prüfung der Rückmeldungen',
    },
  },
} as const satisfies Uebergangstafel;

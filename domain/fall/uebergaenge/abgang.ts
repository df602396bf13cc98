import { IN_BEGLEITUNG, OFFEN, type Uebergangstafel } from './zeile.ts';

/** From the decision to end the case to the Fallabgang (S08, S09). */
export const ABGANG = {
  TR37: {
    name: 'Abgang eingeleitet',
    von: OFFEN,
    nach: ['abgang_eingeleitet'],
    quelle: '000/002 3c; 001 4',
    an: ['pap', 'tl'],
    befehle: { abgang_einleiten: 'Das Einleiten des Abgangs' },
    folgtAus: ['ueberpruefen'],
  },
  TR40: {
    name: 'Rückgabe nach Standortgespräch',
    von: OFFEN,
    nach: ['abgang_eingeleitet'],
    quelle: '001 4',
    an: ['pap'],
    schreiben: true,
    befehle: { standortgespraech_fuehren: 'Das Standortgespräch' },
  },
  TR42: {
    name: 'Aufnahme der Rückgabe',
    von: ['abgang_eingeleitet'],
    nach: [],
    quelle: '001 3.2.2',
    an: ['pap'],
    befehle: { aufnehmende_stelle_klaeren: 'Das Klären der aufnehmenden Stelle' },
  },
  TR43: {
    name: 'Rückgabegespräch oder Fallbesprechung geführt',
    von: ['abgang_eingeleitet'],
    nach: [],
    quelle: '001 3.2.2',
    an: [],
    befehle: {
      rueckgabegespraech_fuehren: 'Das Rückgabegespräch',
      fallbesprechung_fuehren: 'Die Fallbesprechung',
    },
  },
  TR44: {
    name: 'Fallabgang',
    von: ['abgang_eingeleitet'],
    nach: ['beendet'],
    quelle: '001 4, 6.1; 000/002 3c, 3d',
    an: ['pap', 'tl'],
    schreiben: true,
    befehle: { fallabgang_dokumentieren: 'Der Fallabgang' },
  },
  TR45: {
    name: 'Fallabgang mit AKH',
    von: ['abgang_eingeleitet', 'beendet'],
    nach: ['beendet'],
    quelle: '001 4',
    an: ['pap', 'tl'],
    // A name that hints at health shows in mails as little as T-23 does.
    mitteilung: 'Fallabgang',
    schreiben: true,
    befehle: {
      akh_festlegen: { von: ['abgang_eingeleitet'], satz: 'Die AKH' },
      akh_frist_aendern: { von: ['beendet'], satz: 'Eine neue Entscheidung über diese Zeit' },
    },
  },
  TR46: {
    name: 'Abgang zurückgenommen',
    von: ['abgang_eingeleitet'],
    nach: OFFEN,
    quelle: 'eigene Festlegung',
    an: ['pap', 'tl'],
    befehle: { abgang_zuruecknehmen: 'Das Zurücknehmen des Abgangs' },
  },
  TR50: {
    name: 'Fallabgang ohne Gespräch',
    von: IN_BEGLEITUNG,
    nach: ['beendet'],
    quelle: '001 4',
    an: ['tl'],
    befehle: { ohne_gespraech_beenden: 'Das Beenden ohne Gespräch' },
  },
} as const satisfies Uebergangstafel;

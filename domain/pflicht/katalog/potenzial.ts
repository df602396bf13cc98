import { monate, type Fristart } from './fristart.ts';

/** Of a person outside bFM (fristenrechnung.md 5); they run as long as the check record is open. */
export const POTENZIALFRISTEN = {
  'T-14': {
    name: 'Übergang aus dem Fallmanagement U25',
    warum: 'Vor dem 25. Geburtstag ist der Übergang in das bFM Ü25 zu klären.',
    quelle: '001 3.2; Vorlauf [P]',
    wer: 'fm_u25',
    regel: 'CAL-Z',
    dauer: monate(4),
    bezug: 'vor dem 25. Geburtstag',
    erledigt: 'Vormerkung oder Entscheidung gegen den Übergang',
    leiter: 'voll',
  },
  'T-40': {
    name: 'Prüfung des Komplexprofils',
    warum: 'Komplexe Profillagen werden regelmäßig geprüft.',
    quelle: '000/002 3b',
    wer: 'pap',
    regel: 'CAL-F',
    dauer: monate(6),
    bezug: 'ab der letzten Prüfung, zuerst ab dem Tag, an dem die Profillage komplex wurde',
    erledigt: 'Prüfung festgehalten oder Vormerkung',
    leiter: 'voll',
  },
} satisfies Readonly<Record<`T-${number}`, Fristart>>;

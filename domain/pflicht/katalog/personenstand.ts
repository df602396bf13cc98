import { ABGANG, OFFEN, VOR_ZUGANG, type Fallfristart } from './fristart.ts';

/** What is left to do in a case whose person is no eLb of this Jobcenter any more (V-79). */
export const PERSONENSTANDSFRISTEN = {
  'T-55': {
    name: 'Fall zurückziehen oder beenden',
    warum: 'Die Person gehört nicht mehr zu diesem Jobcenter; der Fall ist zurückzuziehen oder zu beenden.',
    quelle: '000/002 3b; Dauer [P]',
    wer: 'fm',
    regel: 'CAL-F',
    dauer: { einheit: 'arbeitstage', anzahl: 5 },
    bezug: 'ab der Meldung, dass die Person nicht mehr dazugehört',
    erledigt: 'Fall beendet; zurückgezogen entfällt sie',
    leiter: 'keine',
    laeuftIn: ['vorgemerkt', ...VOR_ZUGANG, ...OFFEN, ...ABGANG],
    ruhtIn: [],
  },
} satisfies Readonly<Record<`T-${number}`, Fallfristart>>;

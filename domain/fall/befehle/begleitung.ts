import type { Kontaktart, Verlaengerungsgrund } from '../../kennungen.ts';
import type { Abgangsangaben, B, Gespraechsdauer, Gespraechsort, Personenfakten } from './kopf.ts';

/** Commands that look at an open Fall as a whole. */
export type Begleitungsbefehl =
  | B<'ueberpruefen', { ergebnis: 'fortfuehrung' | 'abgang_einleiten'; abgang: Abgangsangaben | null }> // TR36, TR41
  | B<
      'standortgespraech_fuehren',
      Gespraechsort &
        Gespraechsdauer & {
          ergebnis: 'verbleib' | 'rueckgabe_an_pap';
          art: Kontaktart;
          handlungsbedarfeBewertet: number;
          // Absent in commands of release 0.1.
          verlaengerungsgrund?: Verlaengerungsgrund;
          person: Personenfakten;
        }
    > // TR39, TR40
  | B<'feedback_geben'>; // TR55

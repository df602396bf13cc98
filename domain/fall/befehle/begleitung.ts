import type { Hbstatus, Kontaktart, Verlaengerungsgrund } from '../../kennungen.ts';
import type {
  Abgangsangaben,
  B,
  Bedarfsgeschichte,
  Gespraechsdauer,
  Gespraechsort,
  Personenfakten,
} from './kopf.ts';
import type { KriteriumB } from './zugang.ts';

/** E34: how far one Handlungsbedarf was worked on, by its id (V-56). */
export type Bedarfsbewertung = { readonly handlungsbedarf: string; readonly stand: Hbstatus };

/** Commands that look at an open Fall as a whole. */
export type Begleitungsbefehl =
  | B<
      'ueberpruefen',
      {
        ergebnis: 'fortfuehrung' | 'abgang_einleiten';
        abgang: Abgangsangaben | null;
        // Absent in commands of release 0.1.
        person?: Personenfakten;
        /** V-80: does the FM still see what criterion B asks for? null = not said. */
        kriteriumB?: KriteriumB | null;
      }
    > // TR36, TR41
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
          bewertungen?: readonly Bedarfsbewertung[];
          bedarfe?: readonly Bedarfsgeschichte[];
        }
    > // TR39, TR40
  | B<'feedback_geben'>; // TR55

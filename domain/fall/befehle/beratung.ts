import type { Einwilligungsfakten } from '../../einwilligung/einwilligung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Kontaktart } from '../../kennungen.ts';
import type { Assessmentbereich, Assessmentquelle, Reaktion } from '../beratung.ts';
import type { B, Bedarfsstand, Buendniskonsequenz, Gespraechsort } from './kopf.ts';

/** E14: how the counselling begins (003 ch3). */
export type Ausgangslage = 'unmotiviert_gewinnen' | 'verbindliche_beratung';

/** Commands of the counselling: Erstgespräch, Arbeitsbündnis, Assessment. */
export type Beratungsbefehl =
  | B<
      'erstgespraech_fuehren',
      Gespraechsort & {
        art: Kontaktart;
        // Absent in commands of release 0.1.
        dauerMinuten?: number | null;
        vorbereitungMinuten?: number;
        ausgangslage?: Ausgangslage | null;
        aufgeklaert?: boolean;
      }
    > // TR20
  | B<'rechtsfolgen_benennen'> // TR63
  | B<'arbeitsbuendnis_schliessen'> // TR21
  | B<'arbeitsbuendnis_scheitern', { konsequenz: Buendniskonsequenz }> // TR22
  | B<'assessment_beginnen', { freiwilligkeitErklaertAm: Tag | null }> // TR23
  | B<
      'assessment_eintrag_erfassen',
      {
        bereich: Assessmentbereich;
        /** A Hemmnis that counts only by what the person says of themselves (V-30). */
        thema: 'selbstvertrauen' | 'belastbarkeit' | null;
        quelle: Assessmentquelle;
        aussage: 'tatsache' | 'einschaetzung';
        reaktion: Reaktion;
        nachEigenemBekunden: boolean;
        /** The entry is about somebody else of the Bedarfsgemeinschaft (V-31). */
        ueberBg: boolean;
        zweckHb: string | null;
        loeschenSpaetestens: Tag | null;
        bedarfe: readonly Bedarfsstand[];
        /** The consent the entry rests on: of the BG member, or to the Fachdienst. */
        einwilligung: Einwilligungsfakten | null;
        /** V-24: it covers what the entry tells; unknown to commands of release 0.1. */
        gedeckt?: boolean;
      }
    > // TR23
  | B<'assessment_reaktion_erfassen', { eintrag: number; reaktion: Exclude<Reaktion, 'offen'> }> // TR23
  | B<'assessment_abschliessen', { unterrichtetAm: Tag | null }>; // TR23

import type { Kontaktart } from '../../kennungen.ts';
import type { Abgangsangaben, B, Buendniskonsequenz, Personenfakten } from './kopf.ts';

/** Commands on an open Fall. */
export type Begleitungsbefehl =
  | B<'erstgespraech_fuehren', { art: Kontaktart }> // TR20
  | B<'arbeitsbuendnis_schliessen'> // TR21
  | B<'arbeitsbuendnis_scheitern', { konsequenz: Buendniskonsequenz }> // TR22
  | B<'integrationsplan_aufstellen'> // TR26
  | B<'vereinbarung_abschliessen'> // TR27
  | B<'vereinbarung_fortschreiben'> // TR56
  | B<'ueberpruefen', { ergebnis: 'fortfuehrung' | 'abgang_einleiten'; abgang: Abgangsangaben | null }> // TR36, TR41
  | B<
      'standortgespraech_fuehren',
      {
        ergebnis: 'verbleib' | 'rueckgabe_an_pap';
        art: Kontaktart;
        handlungsbedarfeBewertet: number;
        person: Personenfakten;
      }
    > // TR39, TR40
  | B<'feedback_geben'>; // TR55

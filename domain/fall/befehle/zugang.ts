import type { Tag } from '../../frist/tag.ts';
import type { Kontaktart } from '../../kennungen.ts';
import type { Zuordnungsfakten } from '../../zuordnung/fakten.ts';
import type { B, Bestandsdaten, Fallgruendung, Personenfakten, Teilnehmer } from './kopf.ts';

/** Commands before the Fallzugang, each with the transition it asks for. */
export type Zugangsbefehl =
  | B<
      'vormerken',
      { gruendung: Fallgruendung; erlaeutertAm: Tag | null; adressatErsetzt: boolean; person: Personenfakten }
    > // TR03
  | B<'fall_uebernehmen', { gruendung: Fallgruendung; bestand: Bestandsdaten; person: Personenfakten }>
  | B<'zuordnen', { fm: string; fmIstFallmanager: boolean; last?: Zuordnungsfakten | null }> // TR07; release 0.1 knew no load
  | B<'fm_wechseln', { fm: string; fmIstFallmanager: boolean; warmeUebergabeAm: Tag | null }> // TR51
  | B<'uebernahmegespraech_vereinbaren', { termin: Tag }> // TR10
  | B<
      'uebernahmegespraech_fuehren',
      { teilnehmer: readonly Teilnehmer[]; art: Kontaktart; person: Personenfakten }
    > // TR12; the file shows whether criterion A holds (V-03), nothing is decided by it
  | B<'vormerkung_beantworten'> // the reply to TR03
  | B<'zurueckziehen'> // TR13
  | B<
      'zugang_entscheiden',
      {
        ergebnis: 'uebernahme' | 'abweisung';
        kriteriumB: 'ja' | 'nein' | 'unklar';
        besprochenAm: Tag | null;
        fmVorgestelltAm: Tag | null;
        person: Personenfakten;
      }
    >; // TR14, TR15

import type { Tag } from '../../frist/tag.ts';
import type { Kontaktart } from '../../kennungen.ts';
import type { Messpunkt } from '../fall.ts';
import type { Abgangsangaben, B, Personenfakten, Teilnehmer } from './kopf.ts';

/** Commands of the exit and of the time after it. */
export type Abgangsbefehl =
  | B<'abgang_einleiten', { abgang: Abgangsangaben }> // TR37
  | B<'abgang_zuruecknehmen'> // TR46
  | B<
      'aufnehmende_stelle_klaeren',
      { weg: 'vormaliger_pap' | 'dkz_tool'; pap: string; vormaligerPapGefragtAm: Tag | null }
    > // TR42
  | B<'rueckgabegespraech_fuehren', { teilnehmer: readonly Teilnehmer[]; art: Kontaktart }> // TR43
  | B<
      'fallabgang_dokumentieren',
      { person: Personenfakten; administrativ: 'umzug' | 'tod' | 'datenfehler' | null }
    > // TR44
  | B<
      'ohne_gespraech_beenden',
      { grund: 'X7' | 'X15'; administrativ: 'umzug' | 'tod' | 'datenfehler' | null }
    > // TR50
  | B<'verbleib_erfassen', { messpunkt: Messpunkt; arbeitsaufnahmeAm: Tag | null }> // TR57
  | B<'umkehr_beantragen', { neuerFall: boolean }> // TR59
  | B<'umkehr_entscheiden', { gewaehrt: boolean; neuerFall: boolean }>; // TR59

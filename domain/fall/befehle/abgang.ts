import type { Tag } from '../../frist/tag.ts';
import type { AkhGrund, Kontaktart, Zielerreichung } from '../../kennungen.ts';
import type { Messpunkt } from '../fall.ts';
import type {
  Abgangsangaben,
  Administrativ,
  B,
  Gespraechsdauer,
  Gespraechsort,
  Personenfakten,
  Teilnehmer,
} from './kopf.ts';

/** E38: where the person is after the exit, as far as somebody knows. */
export type Verbleibsangaben = {
  readonly ausbildungsaufnahmeAm: Tag | null;
  readonly svPflichtig: boolean | null;
  readonly leistungsbezug: boolean | null;
  readonly neuerAntrag: boolean | null;
  readonly ursacheUnbekannt: 'wegzug' | 'partnereinkommen' | 'sonstiges' | null;
  readonly quelle: 'person' | 'arbeitgeber' | 'leistungsgewaehrung' | 'fachverfahren' | 'sonstige';
};

/** Commands of the exit and of the time after it. */
export type Abgangsbefehl =
  | B<'abgang_einleiten', { abgang: Abgangsangaben }> // TR37
  | B<'abgang_zuruecknehmen'> // TR46
  | B<
      'aufnehmende_stelle_klaeren',
      { weg: 'vormaliger_pap' | 'dkz_tool'; pap: string; vormaligerPapGefragtAm: Tag | null }
    > // TR42
  | B<
      'rueckgabegespraech_fuehren',
      Gespraechsort & Gespraechsdauer & { teilnehmer: readonly Teilnehmer[]; art: Kontaktart }
    > // TR43
  | B<'fallbesprechung_fuehren'> // TR43 without the person
  | B<
      'fallabgang_dokumentieren',
      {
        person: Personenfakten;
        administrativ: Administrativ | null;
        // Absent in commands of release 0.1.
        zielerreichung?: Zielerreichung;
        /** V-78: another reason than the one the exit began with, where the facts do not carry that; null = the same. */
        abgang?: Abgangsangaben | null;
      }
    > // TR44
  | B<
      'akh_festlegen',
      {
        person: Personenfakten;
        zielerreichung: Zielerreichung;
        gruende: readonly AkhGrund[];
        von: Tag;
        bis: Tag | null;
        /** The way into SGB XII was looked at and is closed. */
        sgb12Geprueft: boolean;
      }
    > // TR45
  | B<'akh_frist_aendern', { bis: Tag }> // TR45, a new decision about the period
  | B<'wiedervorlage_bearbeiten', { person: Personenfakten }> // TR47
  | B<'ohne_gespraech_beenden', { grund: 'X7' | 'X15'; administrativ: Administrativ | null }> // TR50
  | B<
      'verbleib_erfassen',
      {
        messpunkt: Messpunkt;
        arbeitsaufnahmeAm: Tag | null;
        // Absent in commands of release 0.1.
        angaben?: Verbleibsangaben;
      }
    > // TR57
  | B<'integration_pruefen', { besteht: boolean; endeAm: Tag | null }> // TR57, T-28
  | B<'nachhaltung_uebertragen', { fm: string; fmIstFallmanager: boolean }> // TR57
  | B<
      'umkehr_beantragen',
      {
        neuerFall: boolean;
        /** The request lapses with the period; requests of release 0.1 stay open. */
        verfaellt?: true;
      }
    > // TR59
  | B<'umkehr_entscheiden', { gewaehrt: boolean; neuerFall: boolean }>; // TR59

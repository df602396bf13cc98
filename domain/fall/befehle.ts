import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Abgangsgrund, Kontaktart, Regelid, Rolle } from '../kennungen.ts';
import type { Policywahl } from '../policy/policy.ts';
import type { Messpunkt } from './fall.ts';

/** Proof that a text was written, without the text: its document, its length, whether it is a mere template (V-06). */
export type Textnachweis = {
  readonly dokument: string;
  readonly zeichen: number;
  readonly nurVorlage: boolean;
};

/** Who acts, in which role. `id` is an opaque staff id. */
export type Akteur = { readonly id: string; readonly rolle: Rolle };

/** Time and other parts of Lotse act as nobody: their events carry no actor. */
export const SYSTEMAKTEUR: Akteur = { id: 'system', rolle: 'tl' };

/** Facts of the file that a rule needs: counts, flags, dates; never content (architecture.md 3.3). */
export type Personenfakten = {
  readonly erwerbsfaehig: boolean;
  readonly rechtskreisSgb2: boolean;
  readonly ue25: boolean;
  readonly profilVorhanden: boolean;
  readonly komplex: boolean;
  readonly zaehlendeHandlungsbedarfe: number;
  readonly offeneHandlungsbedarfe: number;
  /** Day of the newest Profiling made for the Fallabgang, null when there is none (V-58). */
  readonly profilAngepasstAm: Tag | null;
  readonly andererOffenerFall: boolean;
};

/** Common to all commands. `zeilenversionen` names rows outside the case's event stream (V-75). */
export type Befehlskopf = {
  readonly befehlId: string;
  readonly at: Instant;
  readonly akteur: Akteur;
  readonly ereignisAm: Tag;
  readonly texte: Readonly<Partial<Record<string, Textnachweis>>>;
  readonly begruendungen: Readonly<Partial<Record<Regelid, Textnachweis>>>;
  readonly zeilenversionen: Readonly<Record<string, number>>;
};

export type Teilnehmer = 'bewerber' | 'pap' | 'fm';

/** What opens a case: its identity and the settings it will carry. */
export type Fallgruendung = {
  readonly personId: string;
  readonly fallnummer: string;
  readonly team: string;
  readonly pap: string | null;
  readonly policy: Policywahl;
  readonly kalender: Kalender;
};

/** Dates of a case that was run without Lotse so far; ascending lists, null where nothing happened yet. */
export type Bestandsdaten = {
  readonly vorgemerktAm: Tag;
  readonly zuordnung: { readonly am: Tag; readonly fm: string };
  readonly uebernahmegespraechAm: Tag | null;
  readonly erstgespraechAm: Tag | null;
  readonly fallzugangAm: Tag | null;
  readonly vereinbarungenAm: readonly Tag[];
  readonly kontakteAm: readonly Tag[];
  readonly ueberpruefungenAm: readonly Tag[];
  readonly standortgespraecheAm: readonly Tag[];
  readonly feedbackAm: Tag | null;
};

type B<Name extends string, Daten = unknown> = Befehlskopf & { readonly befehl: Name } & Daten;

/** Commands on a case, each with the transition it asks for. */
export type Befehl =
  | B<
      'vormerken',
      { gruendung: Fallgruendung; erlaeutertAm: Tag | null; adressatErsetzt: boolean; person: Personenfakten }
    > // TR03
  | B<'fall_uebernehmen', { gruendung: Fallgruendung; bestand: Bestandsdaten; person: Personenfakten }>
  | B<'zuordnen', { fm: string; fmIstFallmanager: boolean }> // TR07
  | B<'uebernahmegespraech_vereinbaren', { termin: Tag }> // TR10
  | B<'termin_verlegen', { termin: Tag | null }> // TR11
  | B<
      'uebernahmegespraech_fuehren',
      { teilnehmer: readonly Teilnehmer[]; art: Kontaktart; person: Personenfakten }
    > // TR12; the file shows whether criterion A holds (V-03), nothing is decided by it
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
    > // TR14, TR15
  | B<'erstgespraech_fuehren', { art: Kontaktart }> // TR20
  | B<'arbeitsbuendnis_schliessen'> // TR21
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
  | B<
      'kontakt_erfassen',
      {
        anlass:
          'erstgespraech' | 'uebernahmegespraech' | 'standortgespraech' | 'rueckgabegespraech' | 'laufend';
        art: Kontaktart;
        status: 'geplant' | 'durchgefuehrt' | 'abgesagt' | 'nicht_erschienen';
        termin: Tag | null;
      }
    > // TR54
  | B<'feedback_geben'> // TR55
  | B<'verbleib_erfassen', { messpunkt: Messpunkt; arbeitsaufnahmeAm: Tag | null }> // TR57
  | B<'berichtigen', { bezug: Bezug; neuesDatum: Tag | null }> // TR58
  | B<'umkehr_beantragen', { neuerFall: boolean }> // TR59
  | B<'umkehr_entscheiden', { gewaehrt: boolean; neuerFall: boolean }> // TR59
  | B<'begruendung_nachreichen', { regel: Regelid }>
  | B<'kalender_uebernehmen', { kalender: Kalender }>;

/** Exit reason with the answers its guard asks for (03-process.md 3.5). */
export type Abgangsangaben = {
  readonly grund: Abgangsgrund;
  /** X9: the criteria of access are no longer met. */
  readonly kriterienEntfallen: boolean;
  /** X9: progress is possible without bFM. */
  readonly ohneFmMoeglich: boolean;
};

/** The recorded fact a correction refers to, as the record knows it. */
export type Bezug = { readonly ereignis: string; readonly art: string; readonly akteur: string | null };

export type Befehlsname = Befehl['befehl'];
export type BefehlVon<Name extends Befehlsname> = Extract<Befehl, { befehl: Name }>;

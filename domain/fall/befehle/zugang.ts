import type { Tag } from '../../frist/tag.ts';
import type {
  Kontaktart,
  Nichtzugangsgrund,
  Uebermittlungsgrundlage,
  Uebernahmegrund,
  Weiterleitungsziel,
} from '../../kennungen.ts';
import type { Zuordnungsfakten } from '../../zuordnung/fakten.ts';
import type { Bestaetigbar, Seite, Uebergabegespraech } from '../uebergabeprotokoll.ts';
import type { Anruf, B, Bestandsdaten, Fallgruendung, Folgefall } from './kopf.ts';
import type {
  Gespraechsdauer,
  Gespraechsort,
  LaufendeAkh,
  Personenfakten,
  Terminangaben,
  Teilnehmer,
} from './kopf.ts';

export type KriteriumB = 'ja' | 'nein' | 'unklar';

/** What every route to a Vormerkung brings (E08). */
type Vormerkungsdaten = {
  gruendung: Fallgruendung;
  erlaeutertAm: Tag | null;
  einschaetzungKriteriumB: KriteriumB | null;
  person: Personenfakten;
  /** V-82: absent where no passive Betreuung runs for the person. */
  akh?: LaufendeAkh;
};

/** The judgement of the FM on an access (E10), for a decision and for a request of deviation alike. */
export type Zugangsurteil = {
  kriteriumB: KriteriumB;
  /** the statement of the FM where no Profillage exists; null = none made. */
  komplex: boolean | null;
  /** V-09: integration into the labour market is not the first aim. */
  integrationNachrangig: boolean;
  fmVorgestelltAm: Tag | null;
  person: Personenfakten;
};

/** The three of the four conditions of TR19 a person has to judge; the fourth stands in the Profiling. */
export type Prophylaxe = {
  readonly neuzugang: boolean;
  readonly risikoLangzeitarbeitslosigkeit: boolean;
  readonly wahrscheinlichkeitMinimierbar: boolean;
};

/** The colleague who is to lead the case. */
export type Gewaehlt = {
  readonly fm: string;
  readonly fmIstFallmanager: boolean;
  /** A conflict of interest with the person is noted; absent where there is none. */
  readonly fmBefangen?: true;
};

/** TR60: what a Zuordnung has led to already, so that it stands. */
export type Zuordnungsfolgen = {
  /** The meeting it was made in, or a later one, is closed. */
  readonly besprochen: boolean;
  readonly fmHatGehandelt: boolean;
};

/** The planned day of a handover from U25, and whether the person is Ü25 on it (V-02). */
export type Uebergabetag = { readonly am: Tag; readonly ue25: boolean };

/** TR65: the entry that is to be confirmed, and which sides stand by it already. */
export type Bestaetigungsstand = {
  readonly gespraech: Uebergabegespraech;
  readonly eintrag: number;
  /** The day of the appointment; null for a talk. */
  readonly termin: Tag | null;
  readonly durch: readonly Seite[];
};

/** TR16. `an`: the colleague of the specialised care, where there is one in Lotse. */
type Weiterleitungsangaben = {
  readonly ziel: Weiterleitungsziel;
  readonly an: string | null;
  readonly anIstFmSpezial: boolean;
  /** Where a team of Lotse goes on with the person; absent elsewhere and in commands of release 0.2. */
  readonly folgefall?: Omit<Folgefall, 'grundlage'> & { readonly grundlage: Uebermittlungsgrundlage | null };
};

/** Commands before the Fallzugang, each with the transition it asks for. */
export type Zugangsbefehl =
  | B<'vormerken', Vormerkungsdaten & { adressatErsetzt: boolean }> // TR03, TR49
  | B<
      'im_jour_fixe_vormerken',
      Vormerkungsdaten & { anruf: Anruf; fmIstFallmanager: boolean; themen: readonly string[] }
    > // TR04, TR09
  | B<'u25_uebergabe_anmelden', Vormerkungsdaten & { uebergabe: Uebergabetag }> // TR05
  | B<'u25_uebergabe_verlegen', { uebergabe: Uebergabetag }> // TR62
  | B<'fall_uebernehmen', { gruendung: Fallgruendung; bestand: Bestandsdaten; person: Personenfakten }>
  | B<'zuordnen', Gewaehlt & { last?: Zuordnungsfakten | null }> // TR07; release 0.1 knew no load
  | B<'zuordnung_zuruecknehmen', Zuordnungsfolgen> // TR60
  | B<'pap_wechseln', { von: string; pap: string }> // TR51
  | B<'fm_wechseln', Gewaehlt & { warmeUebergabeAm: Tag | null }> // TR51
  | B<'ohne_warme_uebergabe_zuordnen', Gewaehlt & { last: Zuordnungsfakten | null; thema: string | null }> // TR08
  | B<'uebernahmegespraech_vereinbaren', Terminangaben & { termin: Tag }> // TR10
  | B<
      'uebernahmegespraech_fuehren',
      Gespraechsort &
        Gespraechsdauer & {
          teilnehmer: readonly Teilnehmer[];
          art: Kontaktart;
          imFmBuero: boolean;
          person: Personenfakten;
        }
    > // TR12; the file shows whether criterion A holds (V-03), nothing is decided by it
  | B<'vormerkung_beantworten'> // the reply to TR03
  | B<'uebergabe_bestaetigen', { was: Bestaetigbar; bestaetigt: Bestaetigungsstand | null }> // TR65
  | B<'zurueckziehen'> // TR13
  | B<
      'zugang_entscheiden',
      Zugangsurteil & {
        ergebnis: 'uebernahme' | 'abweisung' | 'weiterleitung';
        besprochenAm: Tag | null;
        grund: Nichtzugangsgrund | null;
        // Absent in commands of release 0.1.
        uebernahmegrund?: Uebernahmegrund;
        weiterleitung: Weiterleitungsangaben | null;
      }
    > // TR14 to TR18
  | B<'abweichung_beantragen', Zugangsurteil & { prophylaxe: Prophylaxe }> // TR19
  | B<'abweichung_entscheiden', { gewaehrt: boolean; person: Personenfakten }>; // TR19

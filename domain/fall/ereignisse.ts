import type { Tag } from '../frist/tag.ts';
import type { Abgangsgrund, AkhGrund, Nichtzugangsgrund, Zielerreichung, Zielstelle } from '../kennungen.ts';
import type {
  EigenerZugangsweg,
  Leistungsart,
  Leistungsergebnis,
  Verbindlichkeit,
} from '../leistung/leistung.ts';
import type { E, Ereigniskopf, Pflegeereignis } from '../vorgang/ereignis.ts';
import type { Auslastung } from '../zuordnung/auslastung.ts';
import type {
  Abgangsangaben,
  Bestandsdaten,
  Buendniskonsequenz,
  Fallgruendung,
  KriteriumB,
  Verbleibsangaben,
  Vormerkungsquelle,
} from './befehle.ts';
import type { Ausgangslage } from './befehle/beratung.ts';
import type { Abbruchfolge, Rueckmeldeinhalt } from './befehle/leistung.ts';
import type { Angebotsbereich, Meldeweg } from './befehle/netzwerk.ts';
import type { TeilzielWer } from './befehle/planung.ts';
import type { Assessmentbereich, Assessmentquelle, Reaktion, Vereinbarungsinhalt } from './beratung.ts';
import type { Messpunkt, Uebergabe } from './fall.ts';
import type { Phase } from './phasen.ts';

/** E09: open cases and load in per cent of the chosen Fallmanager before and after; absent in events of release 0.1. */
export type Zuordnungslast = { readonly vorher: Auslastung; readonly nachher: Auslastung };

/** The record of a Zugangsprüfung (E10): what was computed, what the FM stated. */
type Pruefung = {
  kriteriumA: boolean;
  /** complexity was stated by the FM, because no Profillage exists. */
  ohneProfillage?: boolean;
};

/** Counselling: Erstgespräch, Arbeitsbündnis, Assessment. */
type Beratungsereignisdaten =
  | E<
      'erstgespraech_gefuehrt',
      { zaehlt: boolean; dauerMinuten?: number; ausgangslage?: Ausgangslage; aufgeklaert?: boolean }
    >
  | E<'arbeitsbuendnis_geschlossen'>
  | E<'arbeitsbuendnis_gescheitert', { konsequenz: Buendniskonsequenz }>
  | E<'assessment_begonnen', { fassung: number; freiwilligkeitErklaertAm: Tag }>
  | E<
      'assessment_eintrag_erfasst',
      {
        nummer: number;
        bereich: Assessmentbereich;
        handlungsbedarf: string;
        quelle: Assessmentquelle;
        aussage: 'tatsache' | 'einschaetzung';
        reaktion: Reaktion;
        nachEigenemBekunden: boolean;
        ueberBg: boolean;
        loeschenSpaetestens: Tag;
      }
    >
  | E<'assessment_reaktion_erfasst', { nummer: number; reaktion: Reaktion }>
  | E<'assessment_abgeschlossen', { fassung: number; unterrichtetAm: Tag }>;

/** Planning: Integrationsplan, Teilziele, Vereinbarung. */
type Planungsereignisdaten =
  | E<
      'integrationsplan_aufgestellt',
      { reihenfolge?: readonly string[]; problemeMitZiel?: number; probleme?: number }
    >
  | E<
      'teilziel_gesetzt',
      { nummer: number; wer: TeilzielWer; handlungsbedarf: string; bisWann: Tag; istHauptziel: boolean }
    >
  | E<'teilziel_angepasst', { nummer: number; bisWann: Tag }>
  | E<'teilziel_stand_festgehalten', { nummer: number; status: 'laufend' | 'erreicht' | 'nicht_erreicht' }>
  | E<'zielaenderung_vorgeschlagen', { nummer: number; bisWann: Tag }>
  | E<'zielaenderung_abgelehnt', { nummer: number }>
  | E<'vereinbarung_abgeschlossen', { inhalt?: Vereinbarungsinhalt }>
  | E<'vereinbarung_fortgeschrieben', { inhalt?: Vereinbarungsinhalt }>
  | E<'vereinbarung_nicht_abgeschlossen'>;
/** E21 as the case knows it; the texts are documents. */
type Zuweisung = {
  leistung: number;
  leistungsart: Leistungsart;
  erbringer: string;
  verbindlichkeit: Verbindlichkeit;
  wartezeitTage: number | null;
  rueckmeldung: boolean;
  entbindung: Hinterlegung | null;
};
/** A consent a service rests on. */
export type Hinterlegung = { readonly einwilligung: string; readonly gueltigBis: Tag | null };

/** What can happen to a case, without the head. Optional fields are missing in events of older releases. */
export type Ereignisdaten =
  | E<
      'vorgemerkt',
      {
        gruendung: Fallgruendung;
        erlaeutertAm: Tag | null;
        quelle?: Vormerkungsquelle;
        einschaetzungKriteriumB?: KriteriumB;
        /** T-13: the last day on which the FM U25 was in time. */
        meldefrist?: Tag;
      }
    >
  | E<'vormerkung_beantwortet'>
  | E<'fall_uebernommen', { gruendung: Fallgruendung; bestand: Bestandsdaten }>
  | E<'zugeordnet', { fm: string; auslastung?: Zuordnungslast; uebergabe?: Uebergabe; thema?: string }>
  | E<'uebernahmegespraech_vereinbart', { termin: Tag }>
  | E<'termin_verlegt', { termin: Tag | null }>
  | E<'uebernahmegespraech_gefuehrt', { fmBekannt: boolean; zaehlt: boolean }>
  | E<'uebernahmegespraech_entfallen'>
  | E<'zurueckgezogen'>
  | E<'fallzugang_dokumentiert', Pruefung & { abweichung?: 'prophylaxe' }>
  | E<'zugang_abgewiesen', { grund?: Nichtzugangsgrund; bleibtPotenzial?: boolean }>
  | E<'weitergeleitet', { ziel: Zielstelle; an: string | null }>
  | E<'abweichung_beantragt', Pruefung & { komplex: boolean | null }>
  | E<'abweichung_abgelehnt'>
  | E<'phase_begonnen', { phase: Phase }>
  | E<'ueberprueft', { ergebnis: 'fortfuehrung' | 'abgang_einleiten' }>
  | E<
      'standortgespraech_gefuehrt',
      { ergebnis: 'verbleib' | 'rueckgabe_an_pap'; zaehlt: boolean; verlaengerungBis: Tag | null }
    >
  | E<'standort_faellig_geworden'>
  // Optional fields are those that events of release 0.1 lack.
  | E<'abgang_eingeleitet', { grund: Abgangsgrund; angaben?: Abgangsangaben }>
  | E<'abgang_zurueckgenommen'>
  | E<'aufnehmende_stelle_geklaert', { weg: 'vormaliger_pap' | 'dkz_tool'; pap: string }>
  | E<'rueckgabegespraech_gefuehrt', { zaehlt: boolean }>
  | E<'fallbesprechung_gefuehrt'>
  | E<
      'fallabgang_dokumentiert',
      {
        grund: Abgangsgrund;
        nachhaltung: boolean;
        zielerreichung?: Zielerreichung | null;
        erfolgreich?: boolean;
        abbruch?: boolean;
      }
    >
  | E<'akh_festgelegt', { gruende: readonly AkhGrund[]; von: Tag; bis: Tag }>
  | E<'akh_frist_geaendert', { bis: Tag }>
  | E<'akh_beendet'>
  | E<'wiedervorlage_bearbeitet', { bleibtPotenzial: boolean }>
  | E<'nachhaltung_begonnen'>
  | E<'nachhaltung_beendet'>
  | E<'kontakt_erfasst', { anlass: string; status: string; termin: Tag | null; zaehlt: boolean }>
  | E<'feedback_gegeben'>
  | E<'externes_fm_beauftragt', { fm: string; rasterMonate: number; fallbesprechungAm: Tag }>
  | E<'zwischenbericht_erfasst'>
  | E<'abschlussbericht_erfasst', { fallbesprechungAm: Tag }>
  | E<'massnahme_begonnen', { von: Tag; bis: Tag }>
  | E<'massnahme_beendet', { massnahme: string; abbruch: boolean }>
  | E<'gutachten_eingeleitet', { einwilligung: string }>
  | E<'gutachten_unterlagen_erfasst', { nummer: number }>
  | E<'leistung_zugewiesen', Zuweisung>
  | E<
      'leistung_einbezogen',
      Zuweisung & { seit: Tag; zugangsweg: EigenerZugangsweg; rechtsgrundlage: 'sgb_ii_16a' | 'andere' }
    >
  | E<'leistung_begonnen', { leistung: number }>
  | E<'leistung_beendet', { leistung: number; ergebnis: Leistungsergebnis }>
  | E<
      'abbruch_geprueft',
      { leistung: number; wichtigerGrund: 'ja' | 'nein' | 'ungeklaert'; folge: Abbruchfolge }
    >
  | E<'rueckmeldung_angefordert', { leistung: number }>
  | E<'rueckmeldung_eingegangen', { leistung: number; inhalt: Rueckmeldeinhalt }>
  | E<'rueckmeldung_abgewiesen', { leistung: number }>
  | E<'rueckmeldungen_geprueft', { leistung: number; ergebnis: 'weiter_erforderlich' | 'loeschen' }>
  | E<
      'einwilligungen_uebernommen',
      {
        widerrufen: readonly { einwilligung: string; am: Tag }[];
        hinterlegt: readonly (Hinterlegung & { leistung: number })[];
      }
    >
  | E<'fallkonferenz_gefuehrt', { leistungen: readonly number[] }>
  | E<'angebotsluecke_gemeldet', { bereich: Angebotsbereich; gemeldetAn: Meldeweg }>
  | E<'begleitperson_zu_informieren'>
  | E<'begleitperson_informiert'>
  | E<'pap_gewechselt', { von: string; pap: string }>
  | E<'fm_gewechselt', { fm: string; warmeUebergabeAm: Tag | null }>
  | E<'handlungsbedarfe_uebernommen', { zaehlende: number; unterMindestzahl: boolean }>
  | E<
      'verbleib_erfasst',
      {
        messpunkt: Messpunkt;
        erfuellt: boolean;
        zaehltAb: Messpunkt | null;
        arbeitsaufnahmeAm?: Tag | null;
        angaben?: Verbleibsangaben;
      }
    >
  | E<'integration_geprueft', { arbeitsaufnahme: string; besteht: boolean; endeAm: Tag | null }>
  | E<'nachhaltung_uebertragen', { fm: string }>
  | E<'berichtigt', { bezug: string; bezugArt: string; neuesDatum: Tag | null }>
  | E<'umkehr_beantragt', { bis?: Tag | null }>
  | E<'umkehr_verfallen'>
  | E<'umkehr_abgelehnt'>
  | E<'fallabgang_umgekehrt'>
  | Beratungsereignisdaten
  | Planungsereignisdaten
  | Pflegeereignis;

export type Ereignis = Ereigniskopf & Ereignisdaten;
export type Ereignisart = Ereignis['art'];
export type EreignisVon<Art extends Ereignisart> = Extract<Ereignis, { art: Art }>;

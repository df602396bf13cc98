import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Abgangsgrund, Fristid, Regelid, Stufe, Uebergangid } from '../kennungen.ts';
import type { Bestandsdaten, Fallgruendung } from './befehle.ts';
import type { Fristende, Messpunkt, Phase } from './fall.ts';

/** One changed duty; absent values are as before. */
export type Fristaenderung = {
  readonly id: Fristid;
  readonly vorkommen: number;
  readonly beginn: Tag;
  readonly start: Tag;
  readonly roh: Tag;
  readonly faellig: Tag;
  readonly ende: Fristende | null;
  readonly ruht: boolean;
  /** Due day before the change, when it moved. */
  readonly vorher?: Tag;
};

/** One rung of the ladder; `an` null = a counter, nobody is told. */
export type Fristschritt = {
  readonly id: Fristid;
  readonly vorkommen: number;
  readonly faellig: Tag;
  readonly nr: number;
  readonly stufe: Exclude<Stufe, 'mitteilung'>;
  readonly an: 'verantwortlich' | 'tl' | null;
  readonly uebersprungen: boolean;
};

/** Common to all events; `id` is unique for ever, `sequenz` per case without gaps. */
export type Ereigniskopf = {
  readonly id: string;
  readonly sequenz: number;
  readonly am: Instant;
  readonly akteur: string | null;
  readonly tr: Uebergangid | null;
  /** The local day on which the fact happened; null for events that are no fact about the world. */
  readonly ereignisAm: Tag | null;
  readonly dokumente: readonly { readonly feld: string; readonly id: string }[];
  /** Rules of severity W or I that applied. */
  readonly warnungen: readonly Regelid[];
  /** Those of them (W) that still wait for a reason. */
  readonly offeneHinweise: readonly Regelid[];
};

type E<Art extends string, Daten = unknown> = { readonly art: Art } & Daten;

/** What can happen to a case, without the head. */
export type Ereignisdaten =
  | E<'vorgemerkt', { gruendung: Fallgruendung; erlaeutertAm: Tag | null }>
  | E<'fall_uebernommen', { gruendung: Fallgruendung; bestand: Bestandsdaten }>
  | E<'zugeordnet', { fm: string }>
  | E<'uebernahmegespraech_vereinbart', { termin: Tag }>
  | E<'termin_verlegt', { termin: Tag | null }>
  | E<'uebernahmegespraech_gefuehrt', { fmBekannt: boolean; zaehlt: boolean }>
  | E<'zurueckgezogen'>
  | E<'fallzugang_dokumentiert', { kriteriumA: boolean }>
  | E<'zugang_abgewiesen'>
  | E<'erstgespraech_gefuehrt', { zaehlt: boolean }>
  | E<'phase_begonnen', { phase: Phase }>
  | E<'arbeitsbuendnis_geschlossen'>
  | E<'integrationsplan_aufgestellt'>
  | E<'vereinbarung_abgeschlossen'>
  | E<'vereinbarung_fortgeschrieben'>
  | E<'ueberprueft', { ergebnis: 'fortfuehrung' | 'abgang_einleiten' }>
  | E<
      'standortgespraech_gefuehrt',
      { ergebnis: 'verbleib' | 'rueckgabe_an_pap'; zaehlt: boolean; verlaengerungBis: Tag | null }
    >
  | E<'standort_faellig_geworden'>
  | E<'abgang_eingeleitet', { grund: Abgangsgrund }>
  | E<'abgang_zurueckgenommen'>
  | E<'aufnehmende_stelle_geklaert', { weg: 'vormaliger_pap' | 'dkz_tool'; pap: string }>
  | E<'rueckgabegespraech_gefuehrt', { zaehlt: boolean }>
  | E<'fallabgang_dokumentiert', { grund: Abgangsgrund; nachhaltung: boolean }>
  | E<'nachhaltung_begonnen'>
  | E<'nachhaltung_beendet'>
  | E<'kontakt_erfasst', { anlass: string; status: string; termin: Tag | null; zaehlt: boolean }>
  | E<'feedback_gegeben'>
  | E<'verbleib_erfasst', { messpunkt: Messpunkt; erfuellt: boolean; zaehltAb: Messpunkt | null }>
  | E<'berichtigt', { bezug: string; bezugArt: string; neuesDatum: Tag | null }>
  | E<'umkehr_beantragt'>
  | E<'umkehr_abgelehnt'>
  | E<'fallabgang_umgekehrt'>
  | E<'begruendung_nachgereicht', { regel: Regelid }>
  | E<'kalender_uebernommen', { kalender: Kalender }>
  | E<
      'fristen_berechnet',
      { grund: 'tatsache' | 'berichtigung' | 'kalender' | 'zeit'; eintraege: readonly Fristaenderung[] }
    >
  | E<'frist_schritte', { schritte: readonly Fristschritt[] }>;

export type Ereignis = Ereigniskopf & Ereignisdaten;
export type Ereignisart = Ereignis['art'];
export type EreignisVon<Art extends Ereignisart> = Extract<Ereignis, { art: Art }>;

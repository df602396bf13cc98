import type { Tag } from '../../frist/tag.ts';
import type { Nichtzugangsgrund, Uebernahmegrund, Weiterleitungsziel } from '../../kennungen.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
import type { Auslastung } from '../../zuordnung/auslastung.ts';
import type { Bestandsdaten, Fallgruendung, KriteriumB, Vormerkungsquelle } from '../befehle.ts';
import type { Folgefall, Gespraechsdauer, Terminangaben } from '../befehle/kopf.ts';
import type { Uebergabe } from '../fall.ts';
import type { Bestaetigbar, Seite, Uebergabegespraech } from '../uebergabeprotokoll.ts';

/** E09: open cases and load in per cent of the chosen Fallmanager before and after; absent in events of release 0.1. */
export type Zuordnungslast = { readonly vorher: Auslastung; readonly nachher: Auslastung };

/** The record of a Zugangsprüfung (E10): what was computed, what the FM stated. */
type Pruefung = {
  kriteriumA: boolean;
  /** complexity was stated by the FM, because no Profillage exists. */
  ohneProfillage?: boolean;
};

/** From the Vormerkung to the decision about the Zugang, and who is responsible. */
export type Zugangsereignis =
  | E<
      'vorgemerkt',
      {
        gruendung: Fallgruendung;
        erlaeutertAm: Tag | null;
        quelle?: Vormerkungsquelle;
        einschaetzungKriteriumB?: KriteriumB;
        /** T-13: the last day on which the FM U25 was in time. */
        meldefrist?: Tag;
        /** V-82: the Fallmanagement that set the passive Betreuung; it is told. */
        bisherigesFm?: string;
      }
    >
  | E<'u25_uebergabe_verlegt', { uebergabeAm: Tag; meldefrist: Tag }>
  | E<'vormerkung_beantwortet'>
  | E<'fall_uebernommen', { gruendung: Fallgruendung; bestand: Bestandsdaten }>
  | E<'zugeordnet', { fm: string; auslastung?: Zuordnungslast; uebergabe?: Uebergabe; thema?: string }>
  | E<'zuordnung_zurueckgenommen'>
  | E<'pap_gewechselt', { von: string; pap: string }>
  | E<'fm_gewechselt', { fm: string; warmeUebergabeAm: Tag | null }>
  | E<'uebernahmegespraech_vereinbart', Terminangaben & { termin: Tag }>
  | E<'termin_verlegt', Terminangaben & { termin: Tag | null }>
  | E<'uebernahmegespraech_gefuehrt', Gespraechsdauer & { fmBekannt: boolean; zaehlt: boolean }>
  | E<'uebernahmegespraech_entfallen'>
  | E<
      'uebergabe_bestaetigt',
      { was: Bestaetigbar; gespraech: Uebergabegespraech; eintrag: number; durch: Seite }
    >
  | E<'zurueckgezogen'>
  | E<'fallzugang_dokumentiert', Pruefung & { abweichung?: 'prophylaxe'; uebernahmegrund?: Uebernahmegrund }>
  | E<'zugang_abgewiesen', { grund?: Nichtzugangsgrund; bleibtPotenzial?: boolean }>
  | E<
      'weitergeleitet',
      {
        ziel: Weiterleitungsziel;
        an: string | null;
        /** Begins with this event; `besprochenAm`: when the reasons were discussed with the person (V-16). */
        folgefall?: Folgefall & { besprochenAm: Tag | null };
      }
    >
  | E<'abweichung_beantragt', Pruefung & { komplex: boolean | null }>
  | E<'abweichung_abgelehnt'>;

export const ZUGANGSEREIGNISSE = {
  vorgemerkt: { klasse: 'K1', zurueck: 'schritt' },
  u25_uebergabe_verlegt: { klasse: 'K1', zurueck: 'schritt' },
  vormerkung_beantwortet: { klasse: 'K1', zurueck: 'ja' },
  fall_uebernommen: { klasse: 'K1', zurueck: 'schritt' },
  zugeordnet: { klasse: 'K1', zurueck: 'schritt' },
  zuordnung_zurueckgenommen: { klasse: 'K1', zurueck: 'schritt' },
  pap_gewechselt: { klasse: 'K1', zurueck: 'schritt' },
  fm_gewechselt: { klasse: 'K1', zurueck: 'schritt' },
  uebernahmegespraech_vereinbart: { klasse: 'K1', zurueck: 'schritt' },
  termin_verlegt: { klasse: 'K1', zurueck: 'fassung' },
  uebernahmegespraech_gefuehrt: { klasse: 'K1', zurueck: 'schritt' },
  uebernahmegespraech_entfallen: { klasse: 'K1', zurueck: 'schritt' },
  uebergabe_bestaetigt: { klasse: 'K1', zurueck: 'ja' },
  zurueckgezogen: { klasse: 'K1', zurueck: 'schritt' },
  fallzugang_dokumentiert: { klasse: 'K1', zurueck: 'schritt' },
  zugang_abgewiesen: { klasse: 'K1', zurueck: 'schritt' },
  weitergeleitet: { klasse: 'K1', zurueck: 'schritt' },
  abweichung_beantragt: { klasse: 'K1', zurueck: 'schritt' },
  abweichung_abgelehnt: { klasse: 'K1', zurueck: 'schritt' },
} as const satisfies Ereigniszeilen<Zugangsereignis>;

import { ortstag } from '../frist/zeitzone.ts';
import { istFristereignis } from '../pflicht/frist.ts';
import type { Eintrag, Zurueckgezogenes } from './eintrag.ts';
import type { Ereignis, Ereignisart, EreignisVon } from './ereignisse.ts';
import type { Kontaktdaten } from './ereignisse/kontakt.ts';
import { dauer, terminangaben } from './gespraechsangaben.ts';

/** Why an entry of some kind is not simply taken out of a case again. */
const SAETZE = {
  schritt:
    'Dieser Eintrag hat den Fall weitergeführt; zurück geht es nur mit dem Schritt, der dafür vorgesehen ist.',
  fassung: 'Dieser Eintrag wird nicht zurückgezogen, sondern durch einen neuen ersetzt oder berichtigt.',
  system: 'Das hat Lotse selbst festgehalten; zurückziehen lässt sich nur, was jemand eingetragen hat.',
} as const;

/**
 * TR61: `ja` = its fact goes out of the case; `mit` = it goes with the entry it came with; the others name why not. Each
 * kind of event says so.
 */
const RUECKNAHME: Readonly<Record<Ereignisart, 'ja' | 'mit' | keyof typeof SAETZE>> = {
  kontakt_erfasst: 'ja',
  begleitperson_zu_informieren: 'mit',
  begleitperson_informiert: 'ja',
  massnahme_begonnen: 'ja',
  massnahme_beendet: 'ja',
  gutachten_eingeleitet: 'ja',
  gutachten_unterlagen_erfasst: 'ja',
  assessment_eintrag_erfasst: 'ja',
  assessment_reaktion_erfasst: 'ja',
  teilziel_gesetzt: 'ja',
  teilziel_stand_festgehalten: 'ja',
  ueberprueft: 'ja',
  feedback_gegeben: 'ja',
  fallbesprechung_gefuehrt: 'ja',
  rueckgabegespraech_gefuehrt: 'ja',
  zwischenbericht_erfasst: 'ja',
  fallkonferenz_gefuehrt: 'ja',
  angebotsluecke_gemeldet: 'ja',
  vormerkung_beantwortet: 'ja',
  uebergabe_bestaetigt: 'ja',
  phase_begonnen: 'mit',
  vorgemerkt: 'schritt',
  fall_uebernommen: 'schritt',
  zugeordnet: 'schritt',
  zuordnung_zurueckgenommen: 'schritt',
  pap_gewechselt: 'schritt',
  fm_gewechselt: 'schritt',
  uebernahmegespraech_vereinbart: 'schritt',
  uebernahmegespraech_gefuehrt: 'schritt',
  uebernahmegespraech_entfallen: 'schritt',
  zurueckgezogen: 'schritt',
  fallzugang_dokumentiert: 'schritt',
  zugang_abgewiesen: 'schritt',
  weitergeleitet: 'schritt',
  abweichung_beantragt: 'schritt',
  abweichung_abgelehnt: 'schritt',
  erstgespraech_gefuehrt: 'schritt',
  assessment_begonnen: 'schritt',
  assessment_abgeschlossen: 'schritt',
  standortgespraech_gefuehrt: 'schritt',
  abgang_eingeleitet: 'schritt',
  abgang_zurueckgenommen: 'schritt',
  fallabgang_dokumentiert: 'schritt',
  fristen_berechnet: 'mit',
  frist_schritte: 'mit',
  akh_festgelegt: 'schritt',
  akh_frist_geaendert: 'schritt',
  akh_beendet: 'schritt',
  wiedervorlage_bearbeitet: 'schritt',
  nachhaltung_uebertragen: 'schritt',
  umkehr_beantragt: 'schritt',
  umkehr_abgelehnt: 'schritt',
  fallabgang_umgekehrt: 'schritt',
  externes_fm_beauftragt: 'schritt',
  abschlussbericht_erfasst: 'schritt',
  leistung_zugewiesen: 'schritt',
  leistung_einbezogen: 'schritt',
  leistung_begonnen: 'schritt',
  leistung_beendet: 'schritt',
  abbruch_geprueft: 'schritt',
  rueckmeldung_angefordert: 'schritt',
  rueckmeldungen_geprueft: 'schritt',
  eintrag_zurueckgezogen: 'schritt',
  u25_uebergabe_verlegt: 'schritt',
  aufnehmende_stelle_geklaert: 'fassung',
  arbeitsbuendnis_geschlossen: 'fassung',
  arbeitsbuendnis_gescheitert: 'fassung',
  berichtigt: 'fassung',
  verbleib_erfasst: 'fassung',
  integration_geprueft: 'fassung',
  integrationsplan_aufgestellt: 'fassung',
  teilziel_angepasst: 'fassung',
  zielaenderung_vorgeschlagen: 'fassung',
  zielaenderung_abgelehnt: 'fassung',
  vereinbarung_abgeschlossen: 'fassung',
  vereinbarung_fortgeschrieben: 'fassung',
  vereinbarung_nicht_abgeschlossen: 'fassung',
  termin_verlegt: 'fassung',
  rechtsfolgen_benannt: 'fassung',
  begruendung_nachgereicht: 'fassung',
  standort_faellig_geworden: 'system',
  handlungsbedarfe_uebernommen: 'system',
  personenstand_uebernommen: 'system',
  nachhaltung_begonnen: 'system',
  nachhaltung_beendet: 'system',
  umkehr_verfallen: 'system',
  rueckmeldung_eingegangen: 'system',
  rueckmeldung_abgewiesen: 'system',
  einwilligungen_uebernommen: 'system',
  kalender_uebernommen: 'system',
  policy_uebernommen: 'system',
  regelwerk_uebernommen: 'system',
};

const istArt = (art: string): art is Ereignisart => Object.hasOwn(RUECKNAHME, art);

/** Why an entry of that kind stays; null when it can be taken out. */
export function bleibt(art: string): string | null {
  const wie = istArt(art) ? RUECKNAHME[art] : 'system';
  if (wie === 'ja') return null;
  return SAETZE[wie === 'mit' ? 'system' : wie];
}

function teil(ereignis: Ereignis): Zurueckgezogenes {
  const { id, art } = ereignis;
  if (art === 'assessment_eintrag_erfasst') return { ereignis: id, eintrag: ereignis.nummer };
  if (art === 'assessment_reaktion_erfasst') return { ereignis: id, reaktionZu: ereignis.nummer };
  if (art === 'teilziel_gesetzt') return { ereignis: id, teilziel: ereignis.nummer };
  const trotzdem =
    art === 'ueberprueft' && ereignis.kriteriumB === 'nein' && ereignis.ergebnis === 'fortfuehrung';
  return trotzdem ? { ereignis: id, trotzKriteriumB: true } : { ereignis: id };
}

/** @param ereignisse all that one command recorded, @param ereignis the one that is meant */
export function eintragAus(ereignisse: readonly Ereignis[], ereignis: Ereignis): Eintrag {
  const dazu = ereignisse.filter(({ id, art }) => id !== ereignis.id && RUECKNAHME[art] !== 'mit');
  const fristlos = ereignisse.filter((e) => !istFristereignis(e));
  return {
    teile: fristlos.map(teil),
    folgenreich: dazu.length > 0,
    unterlagen: fristlos.flatMap(({ dokumente }) => dokumente.map(({ id }) => id)),
    eintragAm: ereignis.ereignisAm ?? ortstag(ereignis.am),
    zaehlt: 'zaehlt' in ereignis && ereignis.zaehlt,
  };
}

/** What still stands of a record: without the entries that were taken back (TR61). */
export function ohneZurueckgezogenes(ereignisse: readonly Ereignis[]): readonly Ereignis[] {
  const zurueck = new Set(
    ereignisse.flatMap((e) => (e.art === 'eintrag_zurueckgezogen' ? e.teile.map((t) => t.ereignis) : [])),
  );
  return zurueck.size === 0 ? ereignisse : ereignisse.filter(({ id }) => !zurueck.has(id));
}

/** What a contact says, without the event that said it. */
export function kontaktdaten(ereignis: EreignisVon<'kontakt_erfasst'>): Kontaktdaten {
  const { anlass, status, termin, zaehlt } = ereignis;
  return { anlass, status, termin, zaehlt, ...terminangaben(ereignis), ...dauer(ereignis) };
}

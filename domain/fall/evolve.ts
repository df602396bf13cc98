import { exhaustive } from '../exhaustive.ts';
import { ortstag } from '../frist/zeitzone.ts';
import { evolveKopf, evolvePflege } from '../vorgang/pflege.ts';
import type { Regelid } from '../kennungen.ts';
import type { Ereignis } from './ereignisse.ts';
import { evolveAbgang, type Abgangsereignis } from './evolve/abgang.ts';
import { evolveBegleitung } from './evolve/begleitung.ts';
import { evolveBeratung, type Beratungsereignis } from './evolve/beratung.ts';
import { evolveExtern, type Externereignis } from './evolve/extern.ts';
import { evolveKontaktregime, type Regimeereignis } from './evolve/kontaktregime.ts';
import { evolveLeistung, LEISTUNGSEREIGNISSE, type Leistungsereignis } from './evolve/leistung.ts';
import { evolveBerichtigung, mitErreichterDauer } from './evolve/berichtigung.ts';
import { evolvePlanung, type Planungsereignis } from './evolve/planung.ts';
import { evolveUebernahme } from './evolve/uebernahme.ts';
import { mitPap } from './evolve/zustaendigkeit.ts';
import { evolveZugang, vorgemerkterFall, type Zugangsereignis } from './evolve/zugang.ts';
import type { BestehenderFall, Fall } from './fall.ts';

/** Folds one recorded event into the case. Never fails: what was recorded has happened (style.md D2). */
export function evolve(fall: Fall, ereignis: Ereignis): BestehenderFall {
  if (fall.zustand === 'neu') return eroeffne(fall, ereignis);
  const weiter = verzweige(fall, ereignis);
  const erledigt = erledigterHinweis(weiter, ereignis);
  const offen = { ...weiter, hinweise: weiter.hinweise.filter((h) => h !== erledigt) };
  return { ...offen, ...evolveKopf(offen, ereignis) };
}

/** V-27 is done with once the person has said something to every assessment, V-65 by what explains it. */
function erledigterHinweis(fall: BestehenderFall, ereignis: Ereignis): Regelid | null {
  if (istErklaert(ereignis)) return 'V-65';
  if (ereignis.art !== 'assessment_reaktion_erfasst' || !('begleitung' in fall)) return null;
  return fall.begleitung.assessment?.offeneReaktionen.length === 0 ? 'V-27' : null;
}

/** V-65 is explained in the Überprüfung that gives its reason, or by itself once there are enough Handlungsbedarfe again. */
function istErklaert(ereignis: Ereignis): boolean {
  if (ereignis.art === 'handlungsbedarfe_uebernommen') return !ereignis.unterMindestzahl;
  const { art, warnungen, offeneHinweise } = ereignis;
  return art === 'ueberprueft' && warnungen.includes('V-65') && !offeneHinweise.includes('V-65');
}

function eroeffne(fall: Fall, ereignis: Ereignis): BestehenderFall {
  if (ereignis.art === 'vorgemerkt') return vorgemerkterFall(fall.fallId, ereignis);
  if (ereignis.art === 'fall_uebernommen') return evolveUebernahme(fall.fallId, ereignis);
  throw new Error(`Ein Fall beginnt nicht mit „${ereignis.art}“`);
}

function istZugang(ereignis: Ereignis): ereignis is Zugangsereignis {
  return ZUGANG.has(ereignis.art);
}
const ZUGANG: ReadonlySet<string> = new Set<Zugangsereignis['art']>([
  'zugeordnet',
  'fm_gewechselt',
  'uebernahmegespraech_vereinbart',
  'termin_verlegt',
  'uebernahmegespraech_gefuehrt',
  'uebernahmegespraech_entfallen',
  'zurueckgezogen',
  'fallzugang_dokumentiert',
  'zugang_abgewiesen',
  'weitergeleitet',
  'abweichung_beantragt',
  'abweichung_abgelehnt',
]);

function istAbgang(ereignis: Ereignis): ereignis is Abgangsereignis {
  return ABGANG.has(ereignis.art);
}
const ABGANG: ReadonlySet<string> = new Set<Abgangsereignis['art']>([
  'abgang_eingeleitet',
  'abgang_zurueckgenommen',
  'aufnehmende_stelle_geklaert',
  'rueckgabegespraech_gefuehrt',
  'fallbesprechung_gefuehrt',
  'fallabgang_dokumentiert',
  'akh_festgelegt',
  'akh_frist_geaendert',
  'akh_beendet',
  'wiedervorlage_bearbeitet',
  'nachhaltung_begonnen',
  'nachhaltung_uebertragen',
  'nachhaltung_beendet',
  'verbleib_erfasst',
  'integration_geprueft',
  'umkehr_beantragt',
  'umkehr_abgelehnt',
  'umkehr_verfallen',
  'fallabgang_umgekehrt',
]);

function istExtern(ereignis: Ereignis): ereignis is Externereignis {
  return EXTERN.has(ereignis.art);
}
const EXTERN: ReadonlySet<string> = new Set<Externereignis['art']>([
  'externes_fm_beauftragt',
  'zwischenbericht_erfasst',
  'abschlussbericht_erfasst',
]);

function istLeistung(ereignis: Ereignis): ereignis is Leistungsereignis {
  return LEISTUNG.has(ereignis.art);
}
const LEISTUNG: ReadonlySet<string> = new Set(LEISTUNGSEREIGNISSE);

function istRegime(ereignis: Ereignis): ereignis is Regimeereignis {
  return REGIME.has(ereignis.art);
}
const REGIME: ReadonlySet<string> = new Set<Regimeereignis['art']>([
  'massnahme_begonnen',
  'massnahme_beendet',
  'gutachten_eingeleitet',
  'gutachten_unterlagen_erfasst',
  'begleitperson_zu_informieren',
  'begleitperson_informiert',
  'handlungsbedarfe_uebernommen',
]);

function istBeratung(ereignis: Ereignis): ereignis is Beratungsereignis {
  return BERATUNG.has(ereignis.art);
}
const BERATUNG: ReadonlySet<string> = new Set<Beratungsereignis['art']>([
  'arbeitsbuendnis_geschlossen',
  'arbeitsbuendnis_gescheitert',
  'assessment_begonnen',
  'assessment_eintrag_erfasst',
  'assessment_reaktion_erfasst',
  'assessment_abgeschlossen',
]);

function istPlanung(ereignis: Ereignis): ereignis is Planungsereignis {
  return PLANUNG.has(ereignis.art);
}
const PLANUNG: ReadonlySet<string> = new Set<Planungsereignis['art']>([
  'integrationsplan_aufgestellt',
  'teilziel_gesetzt',
  'teilziel_angepasst',
  'teilziel_stand_festgehalten',
  'zielaenderung_vorgeschlagen',
  'zielaenderung_abgelehnt',
  'vereinbarung_abgeschlossen',
  'vereinbarung_fortgeschrieben',
  'vereinbarung_nicht_abgeschlossen',
]);

function verzweige(fall: BestehenderFall, ereignis: Ereignis): BestehenderFall {
  if (istZugang(ereignis)) return evolveZugang(fall, ereignis);
  if (istAbgang(ereignis)) return evolveAbgang(fall, ereignis);
  if (istExtern(ereignis)) return evolveExtern(fall, ereignis);
  if (istLeistung(ereignis)) return evolveLeistung(fall, ereignis);
  if (istRegime(ereignis)) return evolveKontaktregime(fall, ereignis);
  if (istBeratung(ereignis)) return evolveBeratung(fall, ereignis);
  if (istPlanung(ereignis)) return evolvePlanung(fall, ereignis);
  switch (ereignis.art) {
    case 'fristen_berechnet':
    case 'frist_schritte':
    case 'kalender_uebernommen':
    case 'begruendung_nachgereicht':
      return evolvePflege(fall, ereignis);
    case 'policy_uebernommen':
      return mitErreichterDauer(evolvePflege(fall, ereignis), ortstag(ereignis.am));
    case 'pap_gewechselt':
      return mitPap(fall, ereignis);
    case 'berichtigt':
      return evolveBerichtigung(fall, ereignis);
    case 'fallkonferenz_gefuehrt':
    case 'angebotsluecke_gemeldet':
    case 'vormerkung_beantwortet':
      return fall;
    case 'vorgemerkt':
    case 'fall_uebernommen':
      throw new Error(`„${ereignis.art}“ eröffnet einen Fall, der schon besteht`);
    case 'erstgespraech_gefuehrt':
    case 'phase_begonnen':
    case 'ueberprueft':
    case 'standortgespraech_gefuehrt':
    case 'standort_faellig_geworden':
    case 'kontakt_erfasst':
    case 'feedback_gegeben':
      return evolveBegleitung(fall, ereignis);
    default:
      return exhaustive(ereignis);
  }
}

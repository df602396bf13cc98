import { exhaustive } from '../exhaustive.ts';
import { evolveKopf, evolvePflege } from '../vorgang/pflege.ts';
import type { Ereignis } from './ereignisse.ts';
import { evolveAbgang, type Abgangsereignis } from './evolve/abgang.ts';
import { evolveBegleitung } from './evolve/begleitung.ts';
import { evolveExtern, type Externereignis } from './evolve/extern.ts';
import { evolveKontaktregime, type Regimeereignis } from './evolve/kontaktregime.ts';
import { evolveBerichtigung } from './evolve/berichtigung.ts';
import { evolveUebernahme } from './evolve/uebernahme.ts';
import { mitPap } from './evolve/zustaendigkeit.ts';
import { evolveZugang, vorgemerkterFall, type Zugangsereignis } from './evolve/zugang.ts';
import type { BestehenderFall, Fall } from './fall.ts';

/** Folds one recorded event into the case. Never fails: what was recorded has happened (style.md D2). */
export function evolve(fall: Fall, ereignis: Ereignis): BestehenderFall {
  if (fall.zustand === 'neu') return eroeffne(fall, ereignis);
  const weiter = verzweige(fall, ereignis);
  const erklaert = istErklaert(ereignis)
    ? { ...weiter, hinweise: weiter.hinweise.filter((h) => h !== 'V-65') }
    : weiter;
  return { ...erklaert, ...evolveKopf(erklaert, ereignis) };
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

function verzweige(fall: BestehenderFall, ereignis: Ereignis): BestehenderFall {
  if (istZugang(ereignis)) return evolveZugang(fall, ereignis);
  if (istAbgang(ereignis)) return evolveAbgang(fall, ereignis);
  if (istExtern(ereignis)) return evolveExtern(fall, ereignis);
  if (istRegime(ereignis)) return evolveKontaktregime(fall, ereignis);
  switch (ereignis.art) {
    case 'fristen_berechnet':
    case 'frist_schritte':
    case 'kalender_uebernommen':
    case 'begruendung_nachgereicht':
      return evolvePflege(fall, ereignis);
    case 'pap_gewechselt':
      return mitPap(fall, ereignis);
    case 'berichtigt':
      return evolveBerichtigung(fall, ereignis);
    case 'vormerkung_beantwortet':
    case 'arbeitsbuendnis_gescheitert':
      return fall;
    case 'vorgemerkt':
    case 'fall_uebernommen':
      throw new Error(`„${ereignis.art}“ eröffnet einen Fall, der schon besteht`);
    case 'erstgespraech_gefuehrt':
    case 'phase_begonnen':
    case 'arbeitsbuendnis_geschlossen':
    case 'integrationsplan_aufgestellt':
    case 'vereinbarung_abgeschlossen':
    case 'vereinbarung_fortgeschrieben':
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

import { exhaustive } from '../../exhaustive.ts';
import { gruendungVonHeute } from '../altstand.ts';
import { OHNE_BERATUNG } from '../beratung.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { vormerkungVon, type Begleitung, type BestehenderFall, type Kopf } from '../fall.ts';
import type { Abweichungsantrag, Tatsache, Uebernahmegespraech, Zugangsweg } from '../fall.ts';
import { REGELWERK } from '../fristen.ts';
import { mitKontakt, mitSpaeterenKontakten } from './kontakt.ts';
import { tatsache } from './tatsache.ts';

/** The head of a case as its first event founds it. */
export function kopf(fallId: string, ereignis: EreignisVon<'vorgemerkt' | 'fall_uebernommen'>): Kopf {
  return {
    fallId,
    ...gruendungVonHeute(ereignis.gruendung),
    sequenz: ereignis.sequenz,
    zuletzt: ereignis.am,
    regelwerk: REGELWERK,
    hinweise: ereignis.offeneHinweise,
    terminabsagen: [],
    fristen: [],
    auffaelligkeiten: [],
  };
}

export function vorgemerkterFall(fallId: string, ereignis: EreignisVon<'vorgemerkt'>): BestehenderFall {
  const { quelle = { art: 'pap' } } = ereignis;
  return {
    ...kopf(fallId, ereignis),
    zustand: 'vorgemerkt',
    vormerkung: { ...tatsache(ereignis), erlaeutertAm: ereignis.erlaeutertAm, quelle },
  };
}

/** An open Fall before anything happened in it. */
export function beginnBegleitung(fallzugang: Tatsache, erstgespraech: Tatsache | null): Begleitung {
  const seit = fallzugang.am;
  const phasen: Begleitung['phasen'] = [
    { phase: 'fallzugang', seit, bis: null },
    ...(erstgespraech === null
      ? []
      : [{ phase: 'einstiegsberatung_arbeitsbuendnis' as const, seit: erstgespraech.am, bis: null }]),
  ];
  return {
    fallzugang,
    phasen,
    kontakte: [],
    kontakteVorher: 0,
    massnahmen: [],
    gutachten: [],
    leistungen: [],
    vereinbarungen: [],
    vereinbarungenVorher: 0,
    ueberpruefungen: [],
    standortgespraeche: [],
    feedback: null,
    abgaenge: 0,
    extern: null,
    ...OHNE_BERATUNG,
  };
}

type Vor = BestehenderFall & { weg: Zugangsweg };

/** The way of a case that must have been assigned; a wrong order is a bug of the recorder, not of a clerk. */
export function mitWeg(fall: BestehenderFall): Vor {
  if (!('weg' in fall) || fall.weg === null)
    throw new Error(`Fall ohne Zuordnung im Zustand ${fall.zustand}`);
  return { ...fall, weg: fall.weg };
}

/** The head alone, for a state that drops what the one before it owned. */
export function kopfVon(fall: BestehenderFall): Kopf {
  const { fallId, personId, fallnummer, team, sequenz, zuletzt, regelwerk } = fall;
  const { policy, kalender, hinweise, terminabsagen, fristen, auffaelligkeiten } = fall;
  const { pap, abgebend, vorgaengerFallId, laufendeNummer } = fall;
  return {
    fallId,
    personId,
    fallnummer,
    team,
    sequenz,
    zuletzt,
    regelwerk,
    policy,
    kalender,
    hinweise,
    terminabsagen,
    fristen,
    auffaelligkeiten,
    pap,
    abgebend,
    vorgaengerFallId,
    laufendeNummer,
  };
}

function zuordnen(fall: BestehenderFall, ereignis: EreignisVon<'zugeordnet'>): BestehenderFall {
  if (fall.zustand !== 'vorgemerkt') throw new Error(`Zuordnung im Zustand ${fall.zustand}`);
  const weg: Zugangsweg = {
    vormerkung: fall.vormerkung,
    zuordnung: { ...tatsache(ereignis), fm: ereignis.fm, uebergabe: ereignis.uebergabe ?? 'besprechung' },
    kontaktaufnahme: null,
    uebernahmegespraech: null,
    erstgespraech: null,
    zugangsentscheidung: null,
    kontakte: [],
  };
  return { ...kopfVon(fall), zustand: 'zugeordnet', weg };
}

/** TR51: the duties go with the case; the day of the Zuordnung stays the anchor it was. */
function mitFm(fall: BestehenderFall, fm: string): BestehenderFall {
  const { weg } = mitWeg(fall);
  return { ...fall, weg: { ...weg, zuordnung: { ...weg.zuordnung, fm } } } as BestehenderFall;
}

export type Zugangsereignis = EreignisVon<
  | 'zugeordnet'
  | 'fm_gewechselt'
  | 'uebernahmegespraech_vereinbart'
  | 'termin_verlegt'
  | 'uebernahmegespraech_gefuehrt'
  | 'uebernahmegespraech_entfallen'
  | 'zurueckgezogen'
  | 'fallzugang_dokumentiert'
  | 'zugang_abgewiesen'
  | 'weitergeleitet'
  | 'abweichung_beantragt'
  | 'abweichung_abgelehnt'
>;

function pruefung(fall: BestehenderFall, gespraech: Uebernahmegespraech | null): BestehenderFall {
  const weg = { ...mitWeg(fall).weg, uebernahmegespraech: gespraech };
  return { ...kopfVon(fall), zustand: 'zugangspruefung', weg, abweichung: null };
}

function mitAntrag(fall: BestehenderFall, abweichung: Abweichungsantrag | null): BestehenderFall {
  return fall.zustand === 'zugangspruefung' ? { ...fall, abweichung } : fall;
}

export function evolveZugang(fall: BestehenderFall, ereignis: Zugangsereignis): BestehenderFall {
  const neu = tatsache(ereignis);
  switch (ereignis.art) {
    case 'zugeordnet':
      return zuordnen(fall, ereignis);
    case 'fm_gewechselt':
      return mitFm(fall, ereignis.fm);
    case 'zurueckgezogen':
      return abgeschlossen(fall, 'zurueckgezogen');
    case 'termin_verlegt':
      return fall.zustand === 'uebernahme_terminiert' ? { ...fall, termin: ereignis.termin } : fall;
    case 'uebernahmegespraech_vereinbart': {
      const weg = { ...mitWeg(fall).weg, kontaktaufnahme: neu };
      return { ...kopfVon(fall), zustand: 'uebernahme_terminiert', weg, termin: ereignis.termin };
    }
    case 'uebernahmegespraech_gefuehrt':
      return uebernahmegespraech(fall, ereignis);
    case 'uebernahmegespraech_entfallen':
      return pruefung(fall, null);
    case 'fallzugang_dokumentiert':
      return fallzugang(mitWeg(fall), ereignis);
    case 'zugang_abgewiesen':
    case 'weitergeleitet':
      return ohneZugang(mitWeg(fall), ereignis);
    case 'abweichung_beantragt':
      return mitAntrag(fall, { von: ereignis.akteur ?? '', am: ereignis.am, komplex: ereignis.komplex });
    case 'abweichung_abgelehnt':
      return mitAntrag(fall, null);
    default:
      return exhaustive(ereignis);
  }
}

function uebernahmegespraech(
  fall: BestehenderFall,
  ereignis: EreignisVon<'uebernahmegespraech_gefuehrt'>,
): BestehenderFall {
  const gefuehrt = tatsache(ereignis);
  const { fmBekannt, zaehlt } = ereignis;
  const geprueft = pruefung(fall, { ...gefuehrt, fmBekannt, zaehlt });
  return zaehlt ? mitKontakt(geprueft, gefuehrt) : geprueft;
}

function abgeschlossen(fall: BestehenderFall, zustand: 'zurueckgezogen'): BestehenderFall {
  const weg = 'weg' in fall ? fall.weg : null;
  return { ...kopfVon(fall), zustand, weg, vormerkung: vormerkungVon(fall) };
}

function ohneZugang(
  fall: Vor,
  ereignis: EreignisVon<'zugang_abgewiesen' | 'weitergeleitet'>,
): BestehenderFall {
  const weg = { ...fall.weg, zugangsentscheidung: tatsache(ereignis) };
  const rest = { ...kopfVon(fall), weg, vormerkung: weg.vormerkung };
  if (ereignis.art === 'zugang_abgewiesen') return { ...rest, zustand: 'abgewiesen' };
  const { ziel, an } = ereignis;
  return { ...rest, zustand: 'weitergeleitet', weiterleitung: { ziel, an } };
}

function fallzugang(fall: Vor, ereignis: EreignisVon<'fallzugang_dokumentiert'>): BestehenderFall {
  const zugang = tatsache(ereignis);
  const weg = { ...fall.weg, zugangsentscheidung: zugang };
  // Contacts after the day of the Fallzugang already count for the density of contact (T-10).
  const begleitung = mitSpaeterenKontakten(beginnBegleitung(zugang, weg.erstgespraech), weg.kontakte);
  const bisher = kopfVon(fall);
  const auffaelligkeiten =
    ereignis.abweichung === undefined ? bisher.auffaelligkeiten : (['abweichung'] as const);
  return { ...bisher, auffaelligkeiten, zustand: 'aktiv', weg, begleitung };
}

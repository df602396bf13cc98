import { gilt, regelwerkVon } from '../../vorgang/regelwerk.ts';
import { gruendungVonHeute } from '../altstand.ts';
import { OHNE_BERATUNG } from '../beratung.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { vormerkungVon, type Begleitung, type BestehenderFall, type Kopf } from '../fall.ts';
import type { Abweichungsantrag, Tatsache, Uebernahmegespraech, Vormerkung, Zugangsweg } from '../fall.ts';
import { mitKontakt, mitSpaeterenKontakten } from './kontakt.ts';
import { tatsache } from './tatsache.ts';
import type { Folgezeilen } from './zeilen.ts';

/** The head of a case as its first event founds it. */
export function kopf(fallId: string, ereignis: EreignisVon<'vorgemerkt' | 'fall_uebernommen'>): Kopf {
  return {
    fallId,
    ...gruendungVonHeute(ereignis.gruendung),
    sequenz: ereignis.sequenz,
    zuletzt: ereignis.am,
    regelwerk: regelwerkVon(ereignis.gruendung),
    hinweise: ereignis.offeneHinweise,
    terminabsagen: [],
    fristen: [],
    auffaelligkeiten: [],
    weggefallen: null,
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
  const { pap, abgebend, vorgaengerFallId, laufendeNummer, weggefallen, wechsel, neueParameter } = fall;
  // Under the first Regelwerk a change of state forgot the change of policy before it; what runs under it still does.
  const gemerkt = gilt('E48', fall) && wechsel !== undefined ? { wechsel } : {};
  const parameter = neueParameter === undefined ? {} : { neueParameter };
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
    weggefallen,
    ...gemerkt,
    ...parameter,
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

/** TR60: it waits again as it did before; nothing has happened on the way. */
function nichtZugeordnet(fall: BestehenderFall): BestehenderFall {
  return { ...kopfVon(fall), zustand: 'vorgemerkt', vormerkung: vormerkungVon(fall) };
}

/** TR62: the Vormerkung stands in the case itself until somebody is assigned, then on the way it began. */
function uebergabeVerlegt(
  fall: BestehenderFall,
  { uebergabeAm }: EreignisVon<'u25_uebergabe_verlegt'>,
): BestehenderFall {
  const neu = (alt: Vormerkung): Vormerkung => ({ ...alt, quelle: { art: 'fm_u25', uebergabeAm } });
  if (fall.zustand === 'vorgemerkt') return { ...fall, vormerkung: neu(fall.vormerkung) };
  const { weg } = mitWeg(fall);
  return { ...fall, weg: { ...weg, vormerkung: neu(weg.vormerkung) } };
}

function pruefung(fall: BestehenderFall, gespraech: Uebernahmegespraech | null): BestehenderFall {
  const weg = { ...mitWeg(fall).weg, uebernahmegespraech: gespraech };
  return { ...kopfVon(fall), zustand: 'zugangspruefung', weg, abweichung: null };
}

function mitAntrag(fall: BestehenderFall, abweichung: Abweichungsantrag | null): BestehenderFall {
  return fall.zustand === 'zugangspruefung' ? { ...fall, abweichung } : fall;
}

function vereinbart(
  fall: BestehenderFall,
  ereignis: EreignisVon<'uebernahmegespraech_vereinbart'>,
): BestehenderFall {
  const weg = { ...mitWeg(fall).weg, kontaktaufnahme: tatsache(ereignis) };
  return { ...kopfVon(fall), zustand: 'uebernahme_terminiert', weg, termin: ereignis.termin };
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

function zurueckgezogen(fall: BestehenderFall): BestehenderFall {
  const weg = 'weg' in fall ? fall.weg : null;
  return { ...kopfVon(fall), zustand: 'zurueckgezogen', weg, vormerkung: vormerkungVon(fall) };
}

/** What is left of a case whose access was refused or passed on. */
function ohneZugang(
  fall: BestehenderFall,
  ereignis: EreignisVon<'zugang_abgewiesen' | 'weitergeleitet'>,
): Kopf & { weg: Zugangsweg; vormerkung: Vormerkung } {
  const weg = { ...mitWeg(fall).weg, zugangsentscheidung: tatsache(ereignis) };
  return { ...kopfVon(fall), weg, vormerkung: weg.vormerkung };
}

function fallzugang(
  fall: BestehenderFall,
  ereignis: EreignisVon<'fallzugang_dokumentiert'>,
): BestehenderFall {
  const zugang = tatsache(ereignis);
  const weg = { ...mitWeg(fall).weg, zugangsentscheidung: zugang };
  // Contacts after the day of the Fallzugang already count for the density of contact (T-10).
  const begleitung = mitSpaeterenKontakten(beginnBegleitung(zugang, weg.erstgespraech), weg.kontakte);
  const bisher = kopfVon(fall);
  const auffaelligkeiten =
    ereignis.abweichung === undefined ? bisher.auffaelligkeiten : (['abweichung'] as const);
  return { ...bisher, auffaelligkeiten, zustand: 'aktiv', weg, begleitung };
}

/** From the Zuordnung to the decision about the access. */
export const ZUGANG = {
  u25_uebergabe_verlegt: uebergabeVerlegt,
  zugeordnet: zuordnen,
  zuordnung_zurueckgenommen: nichtZugeordnet,
  uebernahmegespraech_vereinbart: vereinbart,
  termin_verlegt: (fall, { termin }) =>
    fall.zustand === 'uebernahme_terminiert' ? { ...fall, termin } : fall,
  uebernahmegespraech_gefuehrt: uebernahmegespraech,
  uebernahmegespraech_entfallen: (fall) => pruefung(fall, null),
  zurueckgezogen,
  fallzugang_dokumentiert: fallzugang,
  zugang_abgewiesen: (fall, ereignis) => ({ ...ohneZugang(fall, ereignis), zustand: 'abgewiesen' }),
  weitergeleitet: (fall, ereignis) => ({
    ...ohneZugang(fall, ereignis),
    zustand: 'weitergeleitet',
    weiterleitung: {
      ziel: ereignis.ziel,
      an: ereignis.an,
      ...(ereignis.folgefall === undefined ? {} : { folgefall: ereignis.folgefall.fallId }),
    },
  }),
  abweichung_beantragt: (fall, { akteur, am, komplex }) =>
    mitAntrag(fall, { von: akteur ?? '', am, komplex }),
  abweichung_abgelehnt: (fall) => mitAntrag(fall, null),
} satisfies Partial<Folgezeilen>;

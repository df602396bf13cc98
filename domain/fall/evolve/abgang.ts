import { exhaustive } from '../../exhaustive.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istOffen, type AbgehenderFall, type BeendeterFall, type BestehenderFall } from '../fall.ts';
import type { Abgangseinleitung, OffenerFall, OffenerZustand } from '../fall.ts';
import { mitKontakt, mitPhase } from './begleitung.ts';
import { tatsache } from './tatsache.ts';
import { kopfVon } from './zugang.ts';

export type Abgangsereignis = EreignisVon<
  | 'abgang_eingeleitet'
  | 'abgang_zurueckgenommen'
  | 'aufnehmende_stelle_geklaert'
  | 'rueckgabegespraech_gefuehrt'
  | 'fallabgang_dokumentiert'
  | 'nachhaltung_begonnen'
  | 'nachhaltung_beendet'
  | 'verbleib_erfasst'
  | 'umkehr_beantragt'
  | 'umkehr_abgelehnt'
  | 'fallabgang_umgekehrt'
>;

export function evolveAbgang(fall: BestehenderFall, ereignis: Abgangsereignis): BestehenderFall {
  if (ereignis.art === 'abgang_eingeleitet') return einleiten(fall, ereignis);
  if (ereignis.art === 'fallabgang_dokumentiert') return beenden(fall, ereignis);
  if (fall.zustand === 'abgang_eingeleitet') return unterwegs(fall, ereignis);
  if (fall.zustand === 'beendet') return danach(fall, ereignis);
  return fall;
}

function einleiten(fall: BestehenderFall, ereignis: EreignisVon<'abgang_eingeleitet'>): BestehenderFall {
  if (!istOffen(fall)) return fall;
  const entscheidung = tatsache(ereignis);
  const abgang: Abgangseinleitung = {
    ...entscheidung,
    grund: ereignis.grund,
    vorher: fall.zustand,
    stelleGeklaert: null,
    rueckgabegespraech: null,
  };
  const begleitung = mitPhase(fall.begleitung, 'fallabgang', entscheidung.am);
  return {
    ...fall,
    zustand: 'abgang_eingeleitet',
    begleitung: { ...begleitung, abgaenge: begleitung.abgaenge + 1 },
    abgang,
  };
}

/** Steps between the exit decision and the Fallabgang. */
function unterwegs(
  fall: AbgehenderFall,
  ereignis: Exclude<Abgangsereignis, EreignisVon<'abgang_eingeleitet' | 'fallabgang_dokumentiert'>>,
): BestehenderFall {
  const neu = tatsache(ereignis);
  if (ereignis.art === 'abgang_zurueckgenommen') return zurueck(fall, fall.abgang.vorher);
  if (ereignis.art === 'aufnehmende_stelle_geklaert')
    return { ...fall, abgang: { ...fall.abgang, stelleGeklaert: { ...neu, pap: ereignis.pap } } };
  if (ereignis.art !== 'rueckgabegespraech_gefuehrt') return fall;
  return {
    ...fall,
    begleitung: ereignis.zaehlt ? mitKontakt(fall.begleitung, neu) : fall.begleitung,
    abgang: { ...fall.abgang, rueckgabegespraech: neu },
  };
}

function zurueck(fall: AbgehenderFall | BeendeterFall, zustand: OffenerZustand): BestehenderFall {
  const { weg, begleitung } = fall;
  const phasen = begleitung.phasen.filter((p) => p.phase !== 'fallabgang');
  return { ...kopfVon(fall), zustand, weg, begleitung: { ...begleitung, phasen } };
}

function beenden(fall: BestehenderFall, ereignis: EreignisVon<'fallabgang_dokumentiert'>): BestehenderFall {
  if (fall.zustand === 'abgang_eingeleitet') {
    const { abgang, ...rest } = fall;
    return beendeter({ ...rest, zustand: abgang.vorher }, ereignis, abgang);
  }
  return istOffen(fall) ? beendeter(fall, ereignis, null) : fall;
}

function beendeter(
  fall: OffenerFall,
  ereignis: EreignisVon<'fallabgang_dokumentiert'>,
  einleitung: Abgangseinleitung | null,
): BeendeterFall {
  const ende = tatsache(ereignis);
  const { grund, nachhaltung } = ereignis;
  const phasen = fall.begleitung.phasen.map((p) => ({ ...p, bis: p.bis ?? ende.am }));
  return {
    ...fall,
    zustand: 'beendet',
    begleitung: { ...fall.begleitung, phasen },
    fallabgang: { ...ende, grund, vorher: fall.zustand, einleitung, nachhaltung },
    neben: [],
    verbleib: {},
    umkehr: null,
  };
}

function danach(fall: BeendeterFall, ereignis: Abgangsereignis): BestehenderFall {
  switch (ereignis.art) {
    case 'nachhaltung_begonnen':
      return { ...fall, neben: ['nachhaltung'] };
    case 'nachhaltung_beendet':
      return { ...fall, neben: [] };
    case 'verbleib_erfasst':
      return ereignis.erfuellt
        ? { ...fall, verbleib: { ...fall.verbleib, [ereignis.messpunkt]: tatsache(ereignis) } }
        : fall;
    case 'umkehr_beantragt':
      return { ...fall, umkehr: { von: ereignis.akteur ?? '', am: ereignis.am } };
    case 'umkehr_abgelehnt':
      return { ...fall, umkehr: null };
    case 'fallabgang_umgekehrt':
      return wiederAufgenommen(fall);
    case 'abgang_eingeleitet':
    case 'abgang_zurueckgenommen':
    case 'aufnehmende_stelle_geklaert':
    case 'rueckgabegespraech_gefuehrt':
    case 'fallabgang_dokumentiert':
      return fall;
    default:
      return exhaustive(ereignis);
  }
}

/** TR59 leads to the state before the exit, that is before S08 or TR50. */
function wiederAufgenommen(fall: BeendeterFall): BestehenderFall {
  const offen = fall.begleitung.phasen.map((p) => (p.bis === fall.fallabgang.am ? { ...p, bis: null } : p));
  return zurueck({ ...fall, begleitung: { ...fall.begleitung, phasen: offen } }, fall.fallabgang.vorher);
}

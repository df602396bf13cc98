import { plusTage } from '../frist/tag.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Zeituebergang } from '../vorgang/aggregat.ts';
import { ankerVon } from './anker.ts';
import { folge } from './decide/entwurf.ts';
import type { BestehenderFall } from './fall.ts';
import type { Falltypen } from './typen.ts';
import { hoechstdauerEnde } from './verlaengerung.ts';
import { istVerwaist } from './wegfall.ts';

type Uebergaenge = readonly Zeituebergang<Falltypen>[];

/** TR38: S05 becomes S06 once the maximum duration is over. */
function hoechstdauer(fall: BestehenderFall): Uebergaenge {
  if (fall.zustand !== 'aktiv' || istVerwaist(fall)) return [];
  const ende = hoechstdauerEnde(policyAus(fall.policy), ankerVon(fall).am);
  if (ende === null) return [];
  return [{ am: plusTage(ende, 1), ereignis: folge('TR38', null, { art: 'standort_faellig_geworden' }) }];
}

/** TR47: the fixed period of passive Betreuung is over; the pAp has the person back. */
function akhEnde(fall: BestehenderFall): Uebergaenge {
  if (fall.zustand !== 'beendet' || fall.akh === null || !fall.neben.includes('akh_passiv')) return [];
  return [{ am: plusTage(fall.akh.bis, 1), ereignis: folge('TR47', null, { art: 'akh_beendet' }) }];
}

/** A request of reversal nobody decided in time lapses (TR59, "How to read the table"). */
function antragsende(fall: BestehenderFall): Uebergaenge {
  const bis = fall.zustand === 'beendet' ? (fall.umkehr?.bis ?? null) : null;
  if (bis === null) return [];
  return [{ am: plusTage(bis, 1), ereignis: folge('TR59', null, { art: 'umkehr_verfallen' }) }];
}

/** The transitions the passage of time alone brings. */
export function zeituebergaenge(fall: BestehenderFall): Uebergaenge {
  return [...hoechstdauer(fall), ...akhEnde(fall), ...antragsende(fall)];
}

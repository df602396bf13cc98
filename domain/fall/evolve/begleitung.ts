import { exhaustive } from '../../exhaustive.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istOffen, type Begleitung, type BestehenderFall, type OffenerFall } from '../fall.ts';
import type { AbgehenderFall } from '../fall.ts';
import { mitPhase } from '../phasen.ts';
import { mitKontakt } from './kontakt.ts';
import { einsortiert, tatsache } from './tatsache.ts';
import { mitWeg } from './zugang.ts';

type Begleitungsereignis = EreignisVon<
  | 'erstgespraech_gefuehrt'
  | 'phase_begonnen'
  | 'ueberprueft'
  | 'standortgespraech_gefuehrt'
  | 'standort_faellig_geworden'
  | 'kontakt_erfasst'
  | 'feedback_gegeben'
>;

/** Applies a change to an open or leaving Fall; before the Fallzugang there is nothing to change. */
function mit(fall: BestehenderFall, aendere: (b: Begleitung) => Begleitung): BestehenderFall {
  if (!istOffen(fall) && fall.zustand !== 'abgang_eingeleitet') return fall;
  const begleitend: OffenerFall | AbgehenderFall = fall;
  return { ...begleitend, begleitung: aendere(begleitend.begleitung) };
}

function erstgespraech(
  fall: BestehenderFall,
  ereignis: EreignisVon<'erstgespraech_gefuehrt'>,
): BestehenderFall {
  const gefuehrt = tatsache(ereignis);
  const { weg } = mitWeg(fall);
  const mitGespraech = { ...fall, weg: { ...weg, erstgespraech: gefuehrt } } as BestehenderFall;
  const begonnen = mit(mitGespraech, (b) => mitPhase(b, 'einstiegsberatung_arbeitsbuendnis', gefuehrt.am));
  return ereignis.zaehlt ? mitKontakt(begonnen, gefuehrt) : begonnen;
}

function standortgespraech(
  fall: BestehenderFall,
  ereignis: EreignisVon<'standortgespraech_gefuehrt'>,
): BestehenderFall {
  const gefuehrt = { ...tatsache(ereignis), verlaengerungBis: ereignis.verlaengerungBis };
  const weiter = mit(ereignis.zaehlt ? mitKontakt(fall, gefuehrt) : fall, (b) => ({
    ...b,
    standortgespraeche: einsortiert(b.standortgespraeche, gefuehrt),
  }));
  return ereignis.ergebnis === 'verbleib' && istOffen(weiter)
    ? { ...weiter, zustand: 'aktiv_verlaengert' }
    : weiter;
}

const AUSGEFALLEN = ['abgesagt', 'nicht_erschienen'];

/** Held, it counts; a Rückgabegespräch that did not come about is the attempt X4 and X6 ask for (3.5). */
function kontakt(fall: BestehenderFall, ereignis: EreignisVon<'kontakt_erfasst'>): BestehenderFall {
  const neu = tatsache(ereignis);
  if (ereignis.zaehlt) return mitKontakt(fall, neu);
  const versuch = ereignis.anlass === 'rueckgabegespraech' && AUSGEFALLEN.includes(ereignis.status);
  if (!versuch || fall.zustand !== 'abgang_eingeleitet') return fall;
  return { ...fall, abgang: { ...fall.abgang, rueckgabeversuch: neu } };
}

export function evolveBegleitung(fall: BestehenderFall, ereignis: Begleitungsereignis): BestehenderFall {
  const neu = tatsache(ereignis);
  switch (ereignis.art) {
    case 'erstgespraech_gefuehrt':
      return erstgespraech(fall, ereignis);
    case 'phase_begonnen':
      return mit(fall, (b) => mitPhase(b, ereignis.phase, neu.am));
    case 'ueberprueft':
      return mit(fall, (b) => ({ ...b, ueberpruefungen: einsortiert(b.ueberpruefungen, neu) }));
    case 'standortgespraech_gefuehrt':
      return standortgespraech(fall, ereignis);
    case 'standort_faellig_geworden':
      return istOffen(fall) ? { ...fall, zustand: 'standort_faellig' } : fall;
    case 'kontakt_erfasst':
      return kontakt(fall, ereignis);
    case 'feedback_gegeben':
      return mit(fall, (b) => ({ ...b, feedback: b.feedback ?? neu }));
    default:
      return exhaustive(ereignis);
  }
}

import type { EreignisVon } from '../ereignisse.ts';
import { istOffen, type BestehenderFall, type Standortgespraech, type Tatsache } from '../fall.ts';
import { alsVerbleib } from '../verlaengerung.ts';
import { mitPhase } from '../phasen.ts';
import { mitKontakt } from './kontakt.ts';
import { einsortiert, tatsache } from './tatsache.ts';
import { inBegleitung, type Folgezeilen } from './zeilen.ts';
import { mitWeg } from './zugang.ts';

const beratungBegonnen = inBegleitung<Tatsache>((b, { am }) =>
  mitPhase(b, 'einstiegsberatung_arbeitsbuendnis', am),
);

function erstgespraech(
  fall: BestehenderFall,
  ereignis: EreignisVon<'erstgespraech_gefuehrt'>,
): BestehenderFall {
  const gefuehrt = tatsache(ereignis);
  const { weg } = mitWeg(fall);
  const mitGespraech = { ...fall, weg: { ...weg, erstgespraech: gefuehrt } } as BestehenderFall;
  const begonnen = beratungBegonnen(mitGespraech, gefuehrt);
  return ereignis.zaehlt ? mitKontakt(begonnen, gefuehrt) : begonnen;
}

const mitUeberpruefung = inBegleitung<Tatsache>((b, neu) => ({
  ...b,
  ueberpruefungen: einsortiert(b.ueberpruefungen, neu),
}));

/** V-80: who goes on although criterion B is denied is questioned, until it is affirmed again. */
function ueberprueft(fall: BestehenderFall, ereignis: EreignisVon<'ueberprueft'>): BestehenderFall {
  const weiter = mitUeberpruefung(fall, tatsache(ereignis));
  const { kriteriumB, ergebnis } = ereignis;
  if (kriteriumB === undefined) return weiter;
  const andere = weiter.auffaelligkeiten.filter((a) => a !== 'kriterium_b');
  const trotzdem = kriteriumB === 'nein' && ergebnis === 'fortfuehrung';
  return { ...weiter, auffaelligkeiten: trotzdem ? [...andere, 'kriterium_b'] : andere };
}

const mitStandortgespraech = inBegleitung<Standortgespraech>((b, gefuehrt) => ({
  ...b,
  standortgespraeche: einsortiert(b.standortgespraeche, gefuehrt),
}));

function standortgespraech(
  fall: BestehenderFall,
  ereignis: EreignisVon<'standortgespraech_gefuehrt'>,
): BestehenderFall {
  const { verlaengerungBis, ergebnis } = ereignis;
  const neu = tatsache(ereignis);
  const gefuehrt =
    ergebnis === 'verbleib' ? alsVerbleib(neu, verlaengerungBis) : { ...neu, verlaengerungBis };
  const weiter = mitStandortgespraech(ereignis.zaehlt ? mitKontakt(fall, gefuehrt) : fall, gefuehrt);
  return ergebnis === 'verbleib' && istOffen(weiter) ? { ...weiter, zustand: 'aktiv_verlaengert' } : weiter;
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

export const BEGLEITUNG = {
  erstgespraech_gefuehrt: erstgespraech,
  phase_begonnen: inBegleitung((b, ereignis) => mitPhase(b, ereignis.phase, tatsache(ereignis).am)),
  ueberprueft,
  standortgespraech_gefuehrt: standortgespraech,
  standort_faellig_geworden: (fall) => (istOffen(fall) ? { ...fall, zustand: 'standort_faellig' } : fall),
  kontakt_erfasst: kontakt,
  feedback_gegeben: inBegleitung((b, ereignis) => ({ ...b, feedback: b.feedback ?? tatsache(ereignis) })),
} satisfies Partial<Folgezeilen>;

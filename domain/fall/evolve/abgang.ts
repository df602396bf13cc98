import type { Tag } from '../../frist/tag.ts';
import { policyAus } from '../../policy/wahl.ts';
import { nurGrund, wertung } from '../abgangsgruende.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istOffen, type AbgehenderFall, type BeendeterFall, type BestehenderFall } from '../fall.ts';
import type { Abgangseinleitung, OffenerFall, OffenerZustand } from '../fall.ts';
import { mitPhase, ohnePhase } from '../phasen.ts';
import { mitKontakt } from './kontakt.ts';
import { arbeitsaufnahme, danach, type Nachereignis } from './danach.ts';
import { tatsache } from './tatsache.ts';
import { kopfVon } from './zugang.ts';

type Wegereignis = EreignisVon<
  | 'abgang_zurueckgenommen'
  | 'aufnehmende_stelle_geklaert'
  | 'rueckgabegespraech_gefuehrt'
  | 'fallbesprechung_gefuehrt'
>;

export type Abgangsereignis =
  | EreignisVon<'abgang_eingeleitet' | 'fallabgang_dokumentiert' | 'fallabgang_umgekehrt'>
  | Wegereignis
  | Nachereignis;

export function evolveAbgang(fall: BestehenderFall, ereignis: Abgangsereignis): BestehenderFall {
  if (ereignis.art === 'abgang_eingeleitet') return einleiten(fall, ereignis);
  if (ereignis.art === 'fallabgang_dokumentiert') return beenden(fall, ereignis);
  if (ereignis.art === 'fallabgang_umgekehrt') return wiederAufgenommen(fall, tatsache(ereignis).am);
  if (istUnterwegs(ereignis)) return unterwegs(fall, ereignis);
  return fall.zustand === 'beendet' ? danach(fall, ereignis) : fall;
}

const UNTERWEGS: ReadonlySet<string> = new Set<Wegereignis['art']>([
  'abgang_zurueckgenommen',
  'aufnehmende_stelle_geklaert',
  'rueckgabegespraech_gefuehrt',
  'fallbesprechung_gefuehrt',
]);

function istUnterwegs(ereignis: Abgangsereignis): ereignis is Wegereignis {
  return UNTERWEGS.has(ereignis.art);
}

function einleiten(fall: BestehenderFall, ereignis: EreignisVon<'abgang_eingeleitet'>): BestehenderFall {
  if (!istOffen(fall)) return fall;
  const entscheidung = tatsache(ereignis);
  const abgang: Abgangseinleitung = {
    ...entscheidung,
    grund: ereignis.grund,
    angaben: ereignis.angaben ?? nurGrund(ereignis.grund),
    vorher: fall.zustand,
    stelleGeklaert: null,
    rueckgabegespraech: null,
    fallbesprechung: null,
    rueckgabeversuch: null,
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
function unterwegs(fall: BestehenderFall, ereignis: Wegereignis): BestehenderFall {
  if (fall.zustand !== 'abgang_eingeleitet') return fall;
  const neu = tatsache(ereignis);
  if (ereignis.art === 'abgang_zurueckgenommen') return zurueck(fall, fall.abgang.vorher, neu.am);
  if (ereignis.art === 'aufnehmende_stelle_geklaert')
    return { ...fall, abgang: { ...fall.abgang, stelleGeklaert: { ...neu, pap: ereignis.pap } } };
  if (ereignis.art === 'fallbesprechung_gefuehrt')
    return { ...fall, abgang: { ...fall.abgang, fallbesprechung: neu } };
  const gefuehrt = { ...fall, abgang: { ...fall.abgang, rueckgabegespraech: neu } };
  return ereignis.zaehlt ? mitKontakt(gefuehrt, neu) : gefuehrt;
}

/** Back to the state before the exit; that the case was about to leave stays in the history of its phases. */
function zurueck(fall: AbgehenderFall | BeendeterFall, zustand: OffenerZustand, am: Tag): BestehenderFall {
  const { weg, begleitung } = fall;
  return { ...kopfVon(fall), zustand, weg, begleitung: ohnePhase(begleitung, 'fallabgang', am) };
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
  const angaben = einleitung?.angaben ?? nurGrund(grund);
  const { zielerreichung = null } = ereignis;
  const lage = { angaben, zielerreichung, massgeblicherBedarfReduziert: false };
  const damals = wertung(lage, policyAus(fall.policy));
  const { erfolgreich = damals.erfolgreich, abbruch = damals.abbruch } = ereignis;
  const aufnahme = angaben.arbeitsaufnahmeAm ?? null;
  const phasen = fall.begleitung.phasen.map((p) => ({ ...p, bis: p.bis ?? ende.am }));
  return {
    ...fall,
    zustand: 'beendet',
    begleitung: { ...fall.begleitung, phasen },
    fallabgang: { ...ende, grund, vorher: fall.zustand, einleitung, nachhaltung, erfolgreich, abbruch },
    neben: [],
    verbleib: {},
    akh: null,
    arbeitsaufnahmen: aufnahme === null ? [] : [arbeitsaufnahme(ende, aufnahme)],
    umkehr: null,
  };
}

/** TR59 leads to the state before the exit, that is before S08 or TR50. */
function wiederAufgenommen(fall: BestehenderFall, am: Tag): BestehenderFall {
  if (fall.zustand !== 'beendet') return fall;
  const offen = fall.begleitung.phasen.map((p) => (p.bis === fall.fallabgang.am ? { ...p, bis: null } : p));
  return zurueck({ ...fall, begleitung: { ...fall.begleitung, phasen: offen } }, fall.fallabgang.vorher, am);
}

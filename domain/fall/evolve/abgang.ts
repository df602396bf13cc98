import type { Tag } from '../../frist/tag.ts';
import { policyAus } from '../../policy/wahl.ts';
import { nurGrund, wertung } from '../abgangsgruende.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istOffen, type AbgehenderFall, type BeendeterFall, type BestehenderFall } from '../fall.ts';
import type { Abgangseinleitung, OffenerFall, OffenerZustand } from '../fall.ts';
import { mitPhase, ohnePhase } from '../phasen.ts';
import { mitKontakt } from './kontakt.ts';
import { arbeitsaufnahme } from './danach.ts';
import { tatsache } from './tatsache.ts';
import type { Folgezeilen } from './zeilen.ts';
import { kopfVon } from './zugang.ts';

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

type Unterwegs<E> = (fall: AbgehenderFall, ereignis: E) => BestehenderFall;

/** A step between the exit decision and the Fallabgang. */
function unterwegs<E>(zeile: Unterwegs<E>): (fall: BestehenderFall, ereignis: E) => BestehenderFall {
  return (fall, ereignis) => (fall.zustand === 'abgang_eingeleitet' ? zeile(fall, ereignis) : fall);
}

function rueckgabegespraech(
  fall: AbgehenderFall,
  ereignis: EreignisVon<'rueckgabegespraech_gefuehrt'>,
): BestehenderFall {
  const neu = tatsache(ereignis);
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
  const { grund, nachhaltung, administrativ } = ereignis;
  const angaben = ereignis.angaben ?? einleitung?.angaben ?? nurGrund(grund);
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
    fallabgang: {
      ...{ ...ende, grund, vorher: fall.zustand, einleitung, nachhaltung, erfolgreich, abbruch },
      ...(administrativ === undefined ? {} : { administrativ }),
    },
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

export const ABGANG = {
  abgang_eingeleitet: einleiten,
  abgang_zurueckgenommen: unterwegs((fall, ereignis) =>
    zurueck(fall, fall.abgang.vorher, tatsache(ereignis).am),
  ),
  aufnehmende_stelle_geklaert: unterwegs((fall, ereignis) => ({
    ...fall,
    abgang: { ...fall.abgang, stelleGeklaert: { ...tatsache(ereignis), pap: ereignis.pap } },
  })),
  rueckgabegespraech_gefuehrt: unterwegs(rueckgabegespraech),
  fallbesprechung_gefuehrt: unterwegs((fall, ereignis) => ({
    ...fall,
    abgang: { ...fall.abgang, fallbesprechung: tatsache(ereignis) },
  })),
  fallabgang_dokumentiert: beenden,
  fallabgang_umgekehrt: (fall, ereignis) => wiederAufgenommen(fall, tatsache(ereignis).am),
} satisfies Partial<Folgezeilen>;

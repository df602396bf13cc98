import { exhaustive } from '../../exhaustive.ts';
import type { Planung, Teilziel } from '../beratung.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istInBegleitung, type Begleitung, type BestehenderFall } from '../fall.ts';
import { mitPhase } from '../phasen.ts';
import { angehaengt, GEMERKT, tatsache } from './tatsache.ts';

export type Planungsereignis = EreignisVon<
  | 'integrationsplan_aufgestellt'
  | 'teilziel_gesetzt'
  | 'teilziel_angepasst'
  | 'teilziel_stand_festgehalten'
  | 'zielaenderung_vorgeschlagen'
  | 'zielaenderung_abgelehnt'
  | 'vereinbarung_abgeschlossen'
  | 'vereinbarung_fortgeschrieben'
  | 'vereinbarung_nicht_abgeschlossen'
>;

/** Open goals stay; of those done only the newest do, the record has them all. */
function gekuerzt(teilziele: readonly Teilziel[]): readonly Teilziel[] {
  const erledigte = teilziele.filter(({ ende }) => ende !== null).slice(-GEMERKT);
  return teilziele.filter((ziel) => ziel.ende === null || erledigte.includes(ziel));
}

function geaendert(planung: Planung, nummer: number, aenderung: Partial<Teilziel>): Planung {
  const teilziele = planung.teilziele.map((z) => (z.nummer === nummer ? { ...z, ...aenderung } : z));
  const vorschlag = planung.vorschlag?.teilziel === nummer ? null : planung.vorschlag;
  return { ...planung, teilziele: gekuerzt(teilziele), vorschlag };
}

function gesetzt(planung: Planung, ereignis: EreignisVon<'teilziel_gesetzt'>): Planung {
  const { nummer, handlungsbedarf, bisWann } = ereignis;
  const ziel = { ...tatsache(ereignis), nummer, handlungsbedarf, bisWann, ende: null };
  return {
    ...planung,
    teilziele: [...planung.teilziele, ziel],
    teilzieleGesamt: nummer,
    bedarfeMitZiel: [...new Set([...planung.bedarfeMitZiel, handlungsbedarf])],
  };
}

/** V-40: the order of work; a plan of release 0.1 had none. */
function aufgestellt(planung: Planung, ereignis: EreignisVon<'integrationsplan_aufgestellt'>): Planung {
  const { reihenfolge = [] } = ereignis;
  return { ...planung, plan: { ...tatsache(ereignis), reihenfolge } };
}

type Vereinbarung = EreignisVon<'vereinbarung_abgeschlossen' | 'vereinbarung_fortgeschrieben'>;

/** A review without adaptation leaves the version in force as it is. */
function mitVereinbarung(begleitung: Begleitung, ereignis: Vereinbarung): Begleitung {
  const neu = tatsache(ereignis);
  const { liste, vorher } = angehaengt(begleitung.vereinbarungen, begleitung.vereinbarungenVorher, neu);
  const { planung } = begleitung;
  const { inhalt } = ereignis;
  const fassung = (planung.vereinbarung?.fassung ?? 0) + 1;
  const vereinbarung = inhalt === undefined ? planung.vereinbarung : { ...neu, ...inhalt, fassung };
  return {
    ...begleitung,
    vereinbarungen: liste,
    vereinbarungenVorher: vorher,
    planung: { ...planung, vereinbarung },
  };
}

type Zielereignis = Exclude<Planungsereignis, Vereinbarung | EreignisVon<'vereinbarung_nicht_abgeschlossen'>>;

function geplant(planung: Planung, ereignis: Zielereignis): Planung {
  switch (ereignis.art) {
    case 'integrationsplan_aufgestellt':
      return aufgestellt(planung, ereignis);
    case 'teilziel_gesetzt':
      return gesetzt(planung, ereignis);
    case 'teilziel_angepasst':
      return geaendert(planung, ereignis.nummer, { bisWann: ereignis.bisWann });
    case 'teilziel_stand_festgehalten': {
      const { nummer, status } = ereignis;
      if (status === 'laufend') return planung;
      return geaendert(planung, nummer, { ende: { ...tatsache(ereignis), erreicht: status === 'erreicht' } });
    }
    case 'zielaenderung_vorgeschlagen': {
      const { nummer: teilziel, bisWann } = ereignis;
      return { ...planung, vorschlag: { ...tatsache(ereignis), teilziel, bisWann } };
    }
    case 'zielaenderung_abgelehnt':
      return { ...planung, vorschlag: null };
    default:
      return exhaustive(ereignis);
  }
}

/** Plan, goals and Vereinbarung inside an open Fall; the phase begins with the first of them (AC-45). */
export function evolvePlanung(fall: BestehenderFall, ereignis: Planungsereignis): BestehenderFall {
  if (!istInBegleitung(fall) || ereignis.art === 'vereinbarung_nicht_abgeschlossen') return fall;
  const { begleitung } = fall;
  const istVereinbarung =
    ereignis.art === 'vereinbarung_abgeschlossen' || ereignis.art === 'vereinbarung_fortgeschrieben';
  const geaenderte = istVereinbarung
    ? mitVereinbarung(begleitung, ereignis)
    : { ...begleitung, planung: geplant(begleitung.planung, ereignis) };
  return {
    ...fall,
    begleitung: mitPhase(geaenderte, 'integrationsplan_vereinbarung', tatsache(ereignis).am),
  };
}

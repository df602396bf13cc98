import { gilt } from '../../vorgang/regelwerk.ts';
import type { Planung, Teilziel } from '../beratung.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { Begleitung } from '../fall.ts';
import { mitPhase } from '../phasen.ts';
import { angehaengt, GEMERKT, tatsache } from './tatsache.ts';
import { inBegleitung, type Folgezeilen } from './zeilen.ts';

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

/** What T-53 remembers of the version that another one takes the place of. */
function vorige({ vereinbarung }: Planung): Pick<Planung, 'vorige'> {
  if (vereinbarung === null) return {};
  const { am, gueltigBis } = vereinbarung;
  return { vorige: { am, gueltigBis } };
}

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
    planung: { ...planung, vereinbarung, ...(inhalt === undefined ? {} : vorige(planung)) },
  };
}

type Zielstand = EreignisVon<'teilziel_stand_festgehalten'>;

function standFestgehalten(planung: Planung, ereignis: Zielstand): Planung {
  const { nummer, status } = ereignis;
  if (status === 'laufend') return planung;
  return geaendert(planung, nummer, { ende: { ...tatsache(ereignis), erreicht: status === 'erreicht' } });
}

/** V-38: a goal that was missed is none; another open one of the same Handlungsbedarf still is. */
function zielVerfehlt(planung: Planung, ereignis: Zielstand): Planung {
  const neu = standFestgehalten(planung, ereignis);
  const verfehlt = planung.teilziele.find(({ nummer }) => nummer === ereignis.nummer)?.handlungsbedarf;
  const nochEines = neu.teilziele.some((z) => z.handlungsbedarf === verfehlt && z.ende === null);
  if (ereignis.status !== 'nicht_erreicht' || nochEines) return neu;
  return { ...neu, bedarfeMitZiel: neu.bedarfeMitZiel.filter((id) => id !== verfehlt) };
}

function vorgeschlagen(planung: Planung, ereignis: EreignisVon<'zielaenderung_vorgeschlagen'>): Planung {
  const { nummer: teilziel, bisWann } = ereignis;
  return { ...planung, vorschlag: { ...tatsache(ereignis), teilziel, bisWann } };
}

type Kopf = Parameters<typeof tatsache>[0];

/** The phase begins with the first entry of plan, goals or Vereinbarung (AC-45). */
function inPhase<E extends Kopf>(zeile: (begleitung: Begleitung, ereignis: E) => Begleitung) {
  return inBegleitung<E>((begleitung, ereignis) =>
    mitPhase(zeile(begleitung, ereignis), 'integrationsplan_vereinbarung', tatsache(ereignis).am),
  );
}

function geplant<E extends Kopf>(zeile: (planung: Planung, ereignis: E) => Planung) {
  return inPhase<E>((begleitung, ereignis) => ({
    ...begleitung,
    planung: zeile(begleitung.planung, ereignis),
  }));
}

/** Plan, goals and Vereinbarung inside an open Fall. */
export const PLANUNG = {
  integrationsplan_aufgestellt: geplant(aufgestellt),
  teilziel_gesetzt: geplant(gesetzt),
  teilziel_angepasst: geplant((planung, { nummer, bisWann }) => geaendert(planung, nummer, { bisWann })),
  teilziel_stand_festgehalten: (fall, ereignis: Zielstand) =>
    geplant(gilt('V-38', fall) ? zielVerfehlt : standFestgehalten)(fall, ereignis),
  zielaenderung_vorgeschlagen: geplant(vorgeschlagen),
  zielaenderung_abgelehnt: geplant((planung) => ({ ...planung, vorschlag: null })),
  vereinbarung_abgeschlossen: inPhase(mitVereinbarung),
  vereinbarung_fortgeschrieben: inPhase(mitVereinbarung),
  vereinbarung_nicht_abgeschlossen: inBegleitung((begleitung, ereignis) => ({
    ...begleitung,
    planung: { ...begleitung.planung, ohneVereinbarung: tatsache(ereignis) },
  })),
} satisfies Partial<Folgezeilen>;

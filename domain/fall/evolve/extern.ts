import type { EreignisVon } from '../ereignisse.ts';
import type { Beauftragung, BestehenderFall } from '../fall.ts';
import { angehaengt, tatsache } from './tatsache.ts';
import { abFallzugang, type Folgezeilen } from './zeilen.ts';

/** A further commission counts its reports on, so that every occurrence of T-33 stays one duty. */
function begonnen(fall: BestehenderFall, ereignis: EreignisVon<'externes_fm_beauftragt'>): Beauftragung {
  const bisher = fall.fristen.filter((f) => f.id === 'T-33').map((f) => f.vorkommen);
  return {
    ...tatsache(ereignis),
    fm: ereignis.fm,
    rasterMonate: ereignis.rasterMonate,
    vorher: Math.max(0, ...bisher),
    berichte: [],
    berichteVorher: 0,
    abschluss: null,
  };
}

/** A row about the commission the case is entrusted to, if there ever was one. */
function imAuftrag<E>(zeile: (auftrag: Beauftragung, ereignis: E) => Beauftragung) {
  return abFallzugang<E>((begleitung, ereignis) => ({
    ...begleitung,
    extern: begleitung.extern && zeile(begleitung.extern, ereignis),
  }));
}

function mitBericht(auftrag: Beauftragung, ereignis: EreignisVon<'zwischenbericht_erfasst'>): Beauftragung {
  const { berichte, berichteVorher } = auftrag;
  const { liste, vorher } = angehaengt(berichte, berichteVorher, tatsache(ereignis));
  return { ...auftrag, berichte: liste, berichteVorher: vorher };
}

export const EXTERN = {
  externes_fm_beauftragt: (fall, ereignis) =>
    'begleitung' in fall
      ? { ...fall, begleitung: { ...fall.begleitung, extern: begonnen(fall, ereignis) } }
      : fall,
  zwischenbericht_erfasst: imAuftrag(mitBericht),
  abschlussbericht_erfasst: imAuftrag((auftrag, ereignis) => ({
    ...auftrag,
    abschluss: tatsache(ereignis),
  })),
} satisfies Partial<Folgezeilen>;

import type { EreignisVon } from '../ereignisse.ts';
import type { Beauftragung, Begleitung, BestehenderFall } from '../fall.ts';
import { angehaengt, tatsache } from './tatsache.ts';

export type Externereignis = EreignisVon<
  'externes_fm_beauftragt' | 'zwischenbericht_erfasst' | 'abschlussbericht_erfasst'
>;

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

function weiter(auftrag: Beauftragung, ereignis: Externereignis): Beauftragung {
  if (ereignis.art === 'abschlussbericht_erfasst') return { ...auftrag, abschluss: tatsache(ereignis) };
  const { berichte, berichteVorher } = auftrag;
  const { liste, vorher } = angehaengt(berichte, berichteVorher, tatsache(ereignis));
  return { ...auftrag, berichte: liste, berichteVorher: vorher };
}

export function evolveExtern(fall: BestehenderFall, ereignis: Externereignis): BestehenderFall {
  if (!('begleitung' in fall)) return fall;
  const { extern: bisher } = fall.begleitung;
  const extern =
    ereignis.art === 'externes_fm_beauftragt' ? begonnen(fall, ereignis) : bisher && weiter(bisher, ereignis);
  const begleitung: Begleitung = { ...fall.begleitung, extern };
  return { ...fall, begleitung };
}

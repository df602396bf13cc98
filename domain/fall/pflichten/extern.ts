import { rohesEnde, type Fristauftrag } from '../../frist/berechnung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Beauftragung, Tatsache } from '../fall.ts';
import { regelVon, type Pflicht, type Sicht } from './pflicht.ts';

/**
 * T-33: an interim report on every day of the agreed grid, counted from the commission without chaining. The n-th report
 * keeps the n-th duty; the next shows once the day of the one before is reached. The final report stands in for a
 * report that is overdue when the commission ends.
 */
export function zwischenberichte(sicht: Sicht, beauftragung: Beauftragung): Pflicht[] {
  if (!sicht.policy['POL-FRIST']['T-33'].aktiv) return [];
  const { am: anker, rasterMonate: anzahl, berichteVorher, abschluss } = beauftragung;
  const auftragFuer = (vorkommen: number): Fristauftrag => ({
    regel: regelVon(sicht, 'T-33'),
    ereignis: anker,
    dauer: { einheit: 'monate', anzahl },
    vorkommen,
    anlass: 'Beauftragung',
  });
  const roh = (n: number): Tag => (n === 0 ? anker : rohesEnde(auftragFuer(n), sicht.kalender));
  const berichte = jeTag(beauftragung.berichte);
  const pflichten: Pflicht[] = [];
  for (let n = berichteVorher + 1; ; n += 1) {
    const bericht = berichte[n - berichteVorher - 1] ?? null;
    const erfuellung = bericht ?? (abschluss !== null && abschluss.am > roh(n) ? abschluss : null);
    const beginn = roh(n - 1);
    if (erfuellung === null && (abschluss !== null || beginn > sicht.heute)) return pflichten;
    pflichten.push({
      id: 'T-33',
      vorkommen: beauftragung.vorher + n,
      beginn,
      auftrag: auftragFuer(n),
      erfuellung,
      versaeumtAb: null,
      wechselAm: roh(n),
    });
  }
}

/** Two reports of one day are one. */
function jeTag(berichte: readonly Tatsache[]): readonly Tatsache[] {
  return berichte.filter((bericht, stelle) => bericht.am !== berichte[stelle - 1]?.am);
}

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Fristauftrag, Fristregel, Zeiteinheit } from '../../../domain/frist/berechnung.ts';
import { berechneFrist, faelligAm, rohesEnde } from '../../../domain/frist/berechnung.ts';
import type { Kalender } from '../../../domain/frist/kalender.ts';
import { kalenderFuer, LAENDER } from '../../../domain/frist/kalender.ts';
import { tageZwischen, wochentag } from '../../../domain/frist/tag.ts';

const REGELN: Readonly<Record<string, Fristregel>> = { F: 'CAL-F', Z: 'CAL-Z', R: 'CAL-R', K: 'CAL-R' };
const EINHEITEN: Readonly<Record<string, Zeiteinheit>> = {
  t: 'tage',
  a: 'arbeitstage',
  w: 'wochen',
  m: 'monate',
  j: 'jahre',
};
const KALENDER = new Map<string, Kalender>(LAENDER.map((land) => [land, kalenderFuer(land)]));

const lese = (zeile: string): { auftrag: Fristauftrag; kalender: Kalender; rest: string } => {
  const [ereignis = '', regel = '', dauer = '', vorkommen, land = '', ...rest] = zeile.split(' ');
  const einheit = EINHEITEN[dauer.charAt(0)];
  const cal = REGELN[regel];
  const kalender = KALENDER.get(land);
  if (einheit === undefined || cal === undefined || kalender === undefined)
    throw new Error(`unlesbar: ${zeile}`);
  const auftrag: Fristauftrag = {
    regel: cal,
    ereignis,
    dauer: { einheit, anzahl: Number(dauer.slice(1)) },
    vorkommen: Number(vorkommen),
    variante: regel === 'K' ? 'KLARE_MONATE' : undefined,
  };
  return { auftrag, kalender, rest: rest.join(' ') };
};

const zeilen = gunzipSync(readFileSync(new URL('referenz/referenz.txt.gz', import.meta.url)))
  .toString('utf8')
  .split('\n');

describe('random Fristen computed by an independent Python script (referenz/erzeuge.py)', () => {
  it('holds at least 100,000 lines over all Länder, rules and units', () => {
    expect(zeilen.length).toBeGreaterThanOrEqual(100_000);
    expect(new Set(zeilen.map((zeile) => zeile.split(' ')[4]))).toEqual(new Set(LAENDER));
    expect(new Set(zeilen.map((zeile) => zeile.charAt(11)))).toEqual(new Set('FZRK'));
    expect(new Set(zeilen.map((zeile) => zeile.charAt(13)))).toEqual(new Set('tawmj'));
  });

  it('agrees on every line with raw end, due day, weekday, firing hour and distance', () => {
    const abweichend = zeilen.filter((zeile) => {
      const { auftrag, kalender, rest } = lese(zeile);
      const { roh, faellig, feuertAb } = berechneFrist(auftrag, kalender);
      const stunde = Number(feuertAb.slice(11, 13));
      const gerechnet = `${roh} ${faellig} ${wochentag(faellig)} ${stunde} ${tageZwischen(auftrag.ereignis, faellig)}`;
      return gerechnet !== rest || feuertAb !== `${faellig}T${stunde}:00:00Z`;
    });
    expect(abweichend).toEqual([]);
  });

  it('gives the same days with and without derivation', () => {
    const abweichend = zeilen.filter((zeile) => {
      const { auftrag, kalender, rest } = lese(zeile);
      return !rest.startsWith(`${rohesEnde(auftrag, kalender)} ${faelligAm(auftrag, kalender)} `);
    });
    expect(abweichend).toEqual([]);
  });
});

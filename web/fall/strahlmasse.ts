import { tageZwischen, tagInWorten, type Tag } from '../../domain/frist/tag.ts';
import type { Station } from './stationen.ts';

/** Units of the drawing; on a desk one is about a pixel. */
export const MASSE = { breite: 1200, rand: 10, reihe: 22, band: 24, abstand: 8 } as const;

/** Of the widest words and of the font that stands in until ours is there. */
const ZEICHENBREITE = 8;
const HOECHSTENS = 40;

/** A station with its place: `x` on the line, and in which row from the line its words stand. */
export type Marke = {
  readonly station: Station;
  readonly text: string;
  readonly x: number;
  readonly reihe: number;
  readonly breite: number;
};

/** The words at a mark; the table has them whole. */
function beschriftung({ tag, name, kennung, stand }: Station): string {
  const zusatz = stand === 'überfällig' || stand === 'ruht' ? `, ${stand}` : '';
  const kurz = name.length > HOECHSTENS ? `${name.slice(0, HOECHSTENS - 1).trimEnd()}…` : name;
  return `${tagInWorten(tag)} ${kurz}${kennung === null ? '' : ` (${kennung})`}${zusatz}`;
}

const breiteVon = (text: string): number => text.length * ZEICHENBREITE + 2 * MASSE.abstand;

export type Strahl = {
  /** What was, and today. */
  readonly oben: readonly Marke[];
  /** What is due. */
  readonly unten: readonly Marke[];
  readonly xVon: (tag: Tag) => number;
};

/**
 * Words begin at their mark and run to the right. So a mark gets the row behind all those that begin above its words: no words
 * lie on others, and no line to a mark further right runs through them.
 */
function gereiht(marken: readonly Omit<Marke, 'reihe'>[]): Marke[] {
  const fertig: Marke[] = [];
  for (const marke of marken.toReversed()) {
    const darueber = fertig.filter(({ x }) => x <= marke.x + marke.breite).map(({ reihe }) => reihe);
    fertig.unshift({ ...marke, reihe: Math.max(-1, ...darueber) + 1 });
  }
  return fertig;
}

/** Places the stations, which come in the order of their days, so that all words fit into the drawing. */
export function masse(stationen: readonly Station[]): Strahl {
  const [erste, letzte] = [stationen.at(0), stationen.at(-1)];
  if (erste === undefined || letzte === undefined) throw new Error('Ohne Stationen kein Zeitstrahl');
  const tage = Math.max(1, tageZwischen(erste.tag, letzte.tag));
  const beschriftet = stationen.map((station) => {
    const text = beschriftung(station);
    return { station, text, breite: breiteVon(text), anteil: tageZwischen(erste.tag, station.tag) / tage };
  });
  const platz = MASSE.breite - 2 * MASSE.rand;
  const laenge = Math.min(
    ...beschriftet.map(({ breite, anteil }) => (anteil === 0 ? platz : (platz - breite) / anteil)),
  );
  const xVon = (tag: Tag): number => MASSE.rand + (laenge * tageZwischen(erste.tag, tag)) / tage;
  const marken = beschriftet.map(({ station, text, breite }) => ({
    station,
    text,
    breite,
    x: xVon(station.tag),
  }));
  const istOben = ({ station: { kennung } }: (typeof marken)[number]): boolean => kennung === null;
  return {
    oben: gereiht(marken.filter(istOben)),
    unten: gereiht(marken.filter((marke) => !istOben(marke))),
    xVon,
  };
}

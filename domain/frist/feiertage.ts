import type { Feiertagsregel, Feiertagszeitpunkt } from './feiertagstabelle.ts';
import { FEIERTAGE, TABELLENVERSION } from './feiertagstabelle.ts';
import type { Land } from './laender.ts';
import { FEIERTAGSGESETZE, LAENDER } from './laender.ts';
import { ostersonntag } from './ostern.ts';
import type { Tag } from './tag.ts';
import { plusTage, wochentag } from './tag.ts';

export { FEIERTAGE, TABELLENVERSION } from './feiertagstabelle.ts';

/** A public holiday: German name and the provision that makes it one. */
export type Feiertag = { name: string; norm: string };

type Jahresfeiertage = ReadonlyMap<Tag, Feiertag>;

const gemerkt = new Map<Land, Map<string, Jahresfeiertage>>(LAENDER.map((land) => [land, new Map()]));

const tagImJahr = (wann: Feiertagszeitpunkt, jahr: number): Tag => {
  if ('fest' in wann) return `${jahr}-${wann.fest}`;
  if ('ostern' in wann) return plusTage(ostersonntag(jahr), wann.ostern);
  const stichtag = `${jahr}-${wann.mittwochVor}`;
  return plusTage(stichtag, -(((wochentag(stichtag) + 3) % 7) + 1));
};

const giltIn = (regel: Feiertagsregel, jahr: number): boolean =>
  jahr >= (regel.von ?? jahr) && jahr <= (regel.bis ?? jahr) && (regel.nurIn?.includes(jahr) ?? true);

const berechneJahr = (jahr: number, land: Land): Jahresfeiertage => {
  const feiertage = new Map<Tag, Feiertag>();
  for (const regel of FEIERTAGE) {
    if (!giltIn(regel, jahr) || (regel.laender !== 'alle' && !regel.laender.includes(land))) continue;
    const tag = tagImJahr(regel.wann, jahr);
    const neu = { name: regel.name, norm: regel.norm ?? FEIERTAGSGESETZE[land] };
    const schonDa = feiertage.get(tag); // Christi Himmelfahrt may fall on 1 May
    feiertage.set(
      tag,
      schonDa && schonDa.name !== neu.name ? { ...neu, name: `${schonDa.name}, ${neu.name}` } : neu,
    );
  }
  return feiertage;
};

/**
 * The public holiday of the Land on this day, or null. The table is right for 1995–2100; Sundays are no holidays here.
 * Throws a RangeError for a table version this program does not know.
 */
export const feiertag = (tag: Tag, land: Land, tabelle: number = TABELLENVERSION): Feiertag | null => {
  if (tabelle !== TABELLENVERSION) throw new RangeError(`Feiertagstabelle ${tabelle} ist unbekannt`);
  const jahr = tag.slice(0, 4);
  const jahre = gemerkt.get(land);
  let feiertage = jahre?.get(jahr);
  if (feiertage === undefined) {
    feiertage = berechneJahr(Number(jahr), land);
    jahre?.set(jahr, feiertage);
  }
  return feiertage.get(tag) ?? null;
};

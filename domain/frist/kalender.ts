import { feiertag, TABELLENVERSION } from './feiertage.ts';
import type { Land } from './laender.ts';
import type { Tag } from './tag.ts';
import { plusTage, wochentag } from './tag.ts';

export { LAENDER, type Land } from './laender.ts';

/**
 * A day on which one office differs from the table of its Land, with the reason in German. `frei: true` adds a free
 * day (own closing day, holiday of the municipality); `frei: false` takes a holiday of the table away, never a
 * Saturday or Sunday, which § 26 Abs. 3 SGB X makes free.
 */
export type Abweichung = { tag: Tag; frei: boolean; grund: string };

/** What makes days free for one office: its Land, the version of the holiday table, its deviations. */
export type Kalender = { land: Land; tabelle: number; abweichungen: readonly Abweichung[] };

/** Do both make the same days free for the same reasons? An older holiday table alone makes no difference: it is left for a reason (ADR 2). */
export const machenDasselbeFrei = (a: Kalender, b: Kalender): boolean =>
  a.land === b.land &&
  a.abweichungen.length === b.abweichungen.length &&
  a.abweichungen.every(({ tag, frei, grund }, stelle) => {
    const andere = b.abweichungen[stelle];
    return andere?.tag === tag && andere.frei === frei && andere.grund === grund;
  });

type Richtung = 1 | -1;

const gemerkt = new WeakMap<readonly Abweichung[], ReadonlyMap<Tag, Abweichung>>();

const abweichungAm = (tag: Tag, { abweichungen }: Kalender): Abweichung | undefined => {
  if (abweichungen.length === 0) return undefined;
  let nachTag = gemerkt.get(abweichungen);
  if (nachTag === undefined) {
    nachTag = new Map(abweichungen.map((abweichung) => [abweichung.tag, abweichung]));
    gemerkt.set(abweichungen, nachTag);
  }
  return nachTag.get(tag);
};

/** The calendar of a Land with the current table and no deviations. */
export const kalenderFuer = (land: Land): Kalender => ({ land, tabelle: TABELLENVERSION, abweichungen: [] });

/**
 * What makes the day free: name of the holiday, 'Samstag', 'Sonntag' or the reason of an own closing day; null on a
 * working day. A holiday or closing day that falls on a weekend is named instead of the weekday.
 */
export const freierTag = (tag: Tag, kalender: Kalender): string | null => {
  const abweichung = abweichungAm(tag, kalender);
  if (abweichung?.frei !== false) {
    const name = feiertag(tag, kalender.land, kalender.tabelle)?.name ?? abweichung?.grund;
    if (name !== undefined) return name;
  }
  const wievielter = wochentag(tag);
  if (wievielter < 6) return null;
  return wievielter === 6 ? 'Samstag' : 'Sonntag';
};

/** Neither Saturday, Sunday, holiday nor own closing day. */
export const istArbeitstag = (tag: Tag, kalender: Kalender): boolean =>
  wochentag(tag) < 6 && freierTag(tag, kalender) === null;

const suche = (tag: Tag, kalender: Kalender, richtung: Richtung): Tag => {
  let kandidat = tag;
  while (!istArbeitstag(kandidat, kalender)) kandidat = plusTage(kandidat, richtung);
  return kandidat;
};

/** The day itself if it is a working day, else the next one (§ 26 Abs. 3 SGB X, § 193 BGB). */
export const naechsterArbeitstag = (tag: Tag, kalender: Kalender): Tag => suche(tag, kalender, 1);

/** The day itself if it is a working day, else the one before (CAL-R: a later day would shorten the lead). */
export const vorherigerArbeitstag = (tag: Tag, kalender: Kalender): Tag => suche(tag, kalender, -1);

/**
 * The n-th working day after the day, which itself is not counted; a negative number counts back, 0 is the day itself
 * (fristenrechnung.md 1).
 */
export const plusArbeitstage = (tag: Tag, anzahl: number, kalender: Kalender): Tag => {
  const richtung: Richtung = anzahl < 0 ? -1 : 1;
  let ergebnis = tag;
  for (let gezaehlt = 0; gezaehlt < Math.abs(anzahl); gezaehlt++)
    ergebnis = suche(plusTage(ergebnis, richtung), kalender, richtung);
  return ergebnis;
};

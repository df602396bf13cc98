import { fristname } from '../pflicht/katalog/katalog.ts';
import type { Fristid } from '../kennungen.ts';
import type { Tag } from '../frist/tag.ts';
import type { Instant } from '../frist/zeitzone.ts';
import type { Kalendereintrag } from '../termin/kalenderdatei.ts';

/** An open duty of a case, and how far the case has come since. */
export type Fristtermin = {
  readonly fallId: string;
  readonly fallnummer: string;
  readonly frist: Fristid;
  readonly vorkommen: number;
  readonly faellig: Tag;
  /** Number of the last event of the case: another day comes with an event, so it counts the versions of the entry. */
  readonly sequenz: number;
  readonly zuletzt: Instant;
};

/** The due day as an entry of a whole day: Fallnummer and name of the duty, nothing else (DS-20, DS-30). */
export const kalendereintragDerFrist = (
  { fallId, fallnummer, frist, vorkommen, faellig, sequenz, zuletzt }: Fristtermin,
  adresse: string,
): Kalendereintrag => ({
  kennung: `${frist}-${String(vorkommen)}-${fallId}@lotse`,
  folge: sequenz,
  stand: 'bestaetigt',
  titel: `${fristname(frist)} – Fall ${fallnummer}`,
  ort: null,
  tag: faellig,
  uhrzeit: null,
  dauerMinuten: null,
  // Who has something due that day may still be asked for a talk.
  belegt: false,
  verweis: `${adresse}/faelle/${fallId}`,
  erfasstAm: zuletzt,
});

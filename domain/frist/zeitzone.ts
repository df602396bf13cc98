import { Temporal } from 'temporal-polyfill';
import type { Tag } from './tag.ts';
import { plusTage } from './tag.ts';

/** A point in time, UTC without fraction: `YYYY-MM-DDTHH:MM:SSZ`. Texts of this shape compare with `<`. */
export type Instant = string;

/** The instant of a clock reading in milliseconds since 1970, cut to whole seconds. */
export const instantAus = (epochMilliseconds: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ smallestUnit: 'second' });

const ZONE = 'Europe/Berlin';
const MILLISEKUNDEN_JE_TAG = 86_400_000;
const GEMERKT_HOECHSTENS = 100_000;

const tagesbeginne = new Map<Tag, Instant>();
const versaetze = new Map<number, number>();

const merke = <K, V>(speicher: Map<K, V>, schluessel: K, wert: V): V => {
  if (speicher.size >= GEMERKT_HOECHSTENS) speicher.clear();
  speicher.set(schluessel, wert);
  return wert;
};

const versatzAm = (epochMilliseconds: number): number =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(ZONE).offsetNanoseconds /
  1_000_000;

/** Offset of the whole UTC day in milliseconds; NaN if the clocks change within it. */
const versatzDesUtcTages = (utcTag: number): number => {
  const gemerkt = versaetze.get(utcTag);
  if (gemerkt !== undefined) return gemerkt;
  const zuBeginn = versatzAm(utcTag * MILLISEKUNDEN_JE_TAG);
  const amEnde = versatzAm((utcTag + 1) * MILLISEKUNDEN_JE_TAG - 1);
  return merke(versaetze, utcTag, zuBeginn === amEnde ? zuBeginn : Number.NaN);
};

/**
 * The date in Europe/Berlin on which the instant falls: the legal day of an event (fristenrechnung.md 1, D-60).
 * Takes any offset and any fraction; throws a RangeError if the text is no instant.
 */
export const ortstag = (instant: string): Tag => {
  const milliseconds = Temporal.Instant.from(instant).epochMilliseconds;
  const einheitlich = versatzDesUtcTages(Math.floor(milliseconds / MILLISEKUNDEN_JE_TAG));
  const versatz = Number.isNaN(einheitlich) ? versatzAm(milliseconds) : einheitlich;
  return plusTage('1970-01-01', Math.floor((milliseconds + versatz) / MILLISEKUNDEN_JE_TAG));
};

/** 00:00 in Europe/Berlin of the day. */
export const beginnDesTages = (tag: Tag): Instant =>
  tagesbeginne.get(tag) ??
  merke(tagesbeginne, tag, Temporal.PlainDate.from(tag).toZonedDateTime(ZONE).toInstant().toString());

/**
 * "Mit Ablauf des Tages" (§ 188 BGB): 24:00 local = 00:00 in Europe/Berlin of the following day. The instant is
 * taken after the date arithmetic, so a change of the clocks in between does not matter (D-61).
 */
export const feuertAb = (tag: Tag): Instant => beginnDesTages(plusTage(tag, 1));

/**
 * Local time in Europe/Berlin (`YYYY-MM-DDTHH:MM`) as an instant. A time skipped in spring counts one hour later,
 * a time that occurs twice in autumn is the first one. Throws a RangeError if the text is no local time.
 */
export const ortszeit = (lokal: string): Instant =>
  Temporal.PlainDateTime.from(lokal).toZonedDateTime(ZONE).toInstant().toString({ smallestUnit: 'second' });

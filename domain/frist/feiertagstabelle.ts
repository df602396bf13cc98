import type { Land } from './laender.ts';

/** When a holiday falls: a fixed `MM-DD`, days from Easter Sunday, or the last Wednesday before a fixed `MM-DD`. */
export type Feiertagszeitpunkt = { fest: string } | { ostern: number } | { mittwochVor: string };

/** One row: where and in which years a day is a public holiday. Without years it holds throughout 1995–2100. */
export type Feiertagsregel = {
  name: string;
  wann: Feiertagszeitpunkt;
  laender: 'alle' | readonly Land[];
  /** First year in which it holds. */
  von?: number;
  /** Last year in which it holds. */
  bis?: number;
  /** Holds in these years only. */
  nurIn?: readonly number[];
  /** Where the legal basis is not the Feiertagsgesetz of the Land. */
  norm?: string;
};

/** Rises with every change of a row: a case carries the version its Fristen were computed with. */
export const TABELLENVERSION = 1;

/**
 * The public holidays of the 16 Länder, 1995–2100, as far as they hold in the whole Land. Holidays of single
 * municipalities (Mariä Himmelfahrt in parts of Bavaria, Fronleichnam in parts of Saxony and Thuringia, the
 * Augsburger Friedensfest) are deviations of the office that lies there.
 */
export const FEIERTAGE: readonly Feiertagsregel[] = [
  { name: 'Neujahr', wann: { fest: '01-01' }, laender: 'alle' },
  { name: 'Heilige Drei Könige', wann: { fest: '01-06' }, laender: ['BW', 'BY', 'ST'] },
  { name: 'Internationaler Frauentag', wann: { fest: '03-08' }, laender: ['BE'], von: 2019 },
  { name: 'Internationaler Frauentag', wann: { fest: '03-08' }, laender: ['MV'], von: 2023 },
  { name: 'Karfreitag', wann: { ostern: -2 }, laender: 'alle' },
  { name: 'Ostersonntag', wann: { ostern: 0 }, laender: ['BB'] },
  { name: 'Ostermontag', wann: { ostern: 1 }, laender: 'alle' },
  { name: '1. Mai', wann: { fest: '05-01' }, laender: 'alle' },
  { name: 'Tag der Befreiung', wann: { fest: '05-08' }, laender: ['BE'], nurIn: [2020, 2025] },
  { name: 'Christi Himmelfahrt', wann: { ostern: 39 }, laender: 'alle' },
  { name: 'Pfingstsonntag', wann: { ostern: 49 }, laender: ['BB'] },
  { name: 'Pfingstmontag', wann: { ostern: 50 }, laender: 'alle' },
  { name: 'Fronleichnam', wann: { ostern: 60 }, laender: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'] },
  { name: 'Jahrestag des 17. Juni 1953', wann: { fest: '06-17' }, laender: ['BE'], nurIn: [2028] },
  { name: 'Mariä Himmelfahrt', wann: { fest: '08-15' }, laender: ['SL'] },
  { name: 'Weltkindertag', wann: { fest: '09-20' }, laender: ['TH'], von: 2019 },
  {
    name: 'Tag der Deutschen Einheit',
    wann: { fest: '10-03' },
    laender: 'alle',
    norm: 'Art. 2 Abs. 2 Einigungsvertrag',
  },
  { name: 'Reformationstag', wann: { fest: '10-31' }, laender: ['BB', 'MV', 'SN', 'ST', 'TH'] },
  {
    name: 'Reformationstag',
    wann: { fest: '10-31' },
    laender: ['BW', 'BY', 'BE', 'HB', 'HH', 'HE', 'NI', 'NW', 'RP', 'SL', 'SH'],
    nurIn: [2017],
    norm: 'einmaliger Feiertag 2017 nach Landesrecht',
  },
  { name: 'Reformationstag', wann: { fest: '10-31' }, laender: ['HB', 'HH', 'NI', 'SH'], von: 2018 },
  { name: 'Allerheiligen', wann: { fest: '11-01' }, laender: ['BW', 'BY', 'NW', 'RP', 'SL'] },
  { name: 'Buß- und Bettag', wann: { mittwochVor: '11-23' }, laender: ['SN'] },
  { name: '1. Weihnachtstag', wann: { fest: '12-25' }, laender: 'alle' },
  { name: '2. Weihnachtstag', wann: { fest: '12-26' }, laender: 'alle' },
];

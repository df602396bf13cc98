import type { demoanmeldungen } from '../lokal/personal.ts';

/** Short name of a demo log-in. */
export type Kuerzel = (typeof demoanmeldungen)[number]['kuerzel'];

/** A talk with the person: by which way, when, where, how long, and what getting ready for it took. */
type Gespraech = {
  readonly art: 'persoenlich' | 'video' | 'telefon';
  readonly uhrzeit?: string;
  readonly ort?: 'fm_buero' | 'video';
  readonly dauerMinuten: number;
  readonly vorbereitungMinuten?: number;
};

/** A running case as it is taken over; all days are counted back from the day of the seed. */
export type Bestandsfall = {
  /** Number of the person. */
  readonly person: number;
  readonly fm: 'fm' | 'fm2' | 'fm3';
  /** Fallzugang: so many whole months and days ago. */
  readonly fallzugang: { readonly monate: number; readonly tage: number };
  /** Days since the last contact; before it one every four weeks. */
  readonly letzterKontakt: number;
  /** Reviews held so far: the first n in their windows. */
  readonly ueberpruefungen: number;
  /** Days since the newest Vereinbarung, null when there is none. */
  readonly vereinbarung: number | null;
  readonly feedback: boolean;
  /** Talks beside the dates of the take-over: one held today, one planned so many days ahead. */
  readonly gespraeche?: {
    readonly heute?: Gespraech;
    readonly geplant?: Gespraech & { readonly in: number };
  };
  /** A measure that begins today: its kind, length and cost. */
  readonly massnahme?: {
    readonly art: 'weiterbildung';
    readonly tage: number;
    readonly kostenCent: number;
  };
  /** A Standortgespräch in the month before the 24 months, with the result Verbleib. */
  readonly standortgespraech?: true;
};

/** Twelve running cases: some in order, some with a duty that is due, some overdue, some beyond 24 months. */
export const BESTAND: readonly Bestandsfall[] = [
  // Just begun: everything lies ahead.
  {
    person: 13,
    fm: 'fm',
    fallzugang: { monate: 1, tage: 0 },
    letzterKontakt: 6,
    ueberpruefungen: 0,
    vereinbarung: 10,
    feedback: false,
    gespraeche: {
      heute: { art: 'persoenlich', dauerMinuten: 45, vorbereitungMinuten: 20 },
      geplant: { in: 21, art: 'persoenlich', uhrzeit: '10:30', ort: 'fm_buero', dauerMinuten: 60 },
    },
    massnahme: { art: 'weiterbildung', tage: 90, kostenCent: 184_500 },
  },
  // Feedback to the pAp (T-06) is due.
  {
    person: 14,
    fm: 'fm2',
    fallzugang: { monate: 3, tage: 0 },
    letzterKontakt: 20,
    ueberpruefungen: 0,
    vereinbarung: 60,
    feedback: false,
  },
  // The monthly contact (T-10) is overdue, the first review (T-07) near.
  {
    person: 15,
    fm: 'fm',
    fallzugang: { monate: 5, tage: 15 },
    letzterKontakt: 45,
    ueberpruefungen: 0,
    vereinbarung: 140,
    feedback: true,
  },
  // The first review is due today or in a few days.
  {
    person: 16,
    fm: 'fm3',
    fallzugang: { monate: 6, tage: 0 },
    letzterKontakt: 9,
    ueberpruefungen: 0,
    vereinbarung: 150,
    feedback: true,
  },
  // The first review is three weeks overdue.
  {
    person: 17,
    fm: 'fm',
    fallzugang: { monate: 6, tage: 21 },
    letzterKontakt: 12,
    ueberpruefungen: 0,
    vereinbarung: 120,
    feedback: true,
  },
  // In order.
  {
    person: 18,
    fm: 'fm2',
    fallzugang: { monate: 11, tage: 0 },
    letzterKontakt: 15,
    ueberpruefungen: 1,
    vereinbarung: 90,
    feedback: true,
  },
  // The second review is overdue, and so is the Vereinbarung (T-15).
  {
    person: 19,
    fm: 'fm2',
    fallzugang: { monate: 12, tage: 16 },
    letzterKontakt: 25,
    ueberpruefungen: 1,
    vereinbarung: 200,
    feedback: true,
  },
  // In order.
  {
    person: 20,
    fm: 'fm3',
    fallzugang: { monate: 17, tage: 0 },
    letzterKontakt: 4,
    ueberpruefungen: 2,
    vereinbarung: 30,
    feedback: true,
    gespraeche: { geplant: { in: 24, art: 'video', uhrzeit: '14:00', ort: 'video', dauerMinuten: 30 } },
  },
  // The Standortgespräch (T-09) can be planned.
  {
    person: 21,
    fm: 'fm',
    fallzugang: { monate: 23, tage: 15 },
    letzterKontakt: 18,
    ueberpruefungen: 3,
    vereinbarung: 80,
    feedback: true,
  },
  // S06: beyond 24 months, the Standortgespräch is overdue.
  {
    person: 22,
    fm: 'fm2',
    fallzugang: { monate: 24, tage: 4 },
    letzterKontakt: 11,
    ueberpruefungen: 4,
    vereinbarung: 100,
    feedback: true,
  },
  // S07: extended after the Standortgespräch.
  {
    person: 23,
    fm: 'fm3',
    fallzugang: { monate: 26, tage: 0 },
    letzterKontakt: 22,
    ueberpruefungen: 4,
    vereinbarung: 45,
    feedback: true,
    standortgespraech: true,
  },
  // S07 in trouble: the fifth review is overdue, and nobody has called for two months.
  {
    person: 24,
    fm: 'fm',
    fallzugang: { monate: 30, tage: 10 },
    letzterKontakt: 63,
    ueberpruefungen: 4,
    vereinbarung: 130,
    feedback: true,
    standortgespraech: true,
  },
];

/** A case on its way to the Fallzugang. */
export type Zugangsfall = {
  readonly person: number;
  /** Days since the Vormerkung. */
  readonly vorgemerkt: number;
  /** Days since the Zuordnung and to whom; without it the Vormerkung waits. */
  readonly zugeordnet?: { readonly vor: number; readonly fm: 'fm' | 'fm2' | 'fm3' };
  /** Days until the Übernahmegespräch. */
  readonly terminIn?: number;
};

/** Three Vormerkungen that wait, one case assigned, one with an appointment. */
export const ZUGAENGE: readonly Zugangsfall[] = [
  { person: 8, vorgemerkt: 0 },
  { person: 9, vorgemerkt: 3 },
  { person: 10, vorgemerkt: 16 },
  { person: 11, vorgemerkt: 12, zugeordnet: { vor: 9, fm: 'fm' } },
  { person: 12, vorgemerkt: 10, zugeordnet: { vor: 5, fm: 'fm2' }, terminIn: 4 },
];

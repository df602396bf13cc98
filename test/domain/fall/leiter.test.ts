import { describe, expect, it } from 'vitest';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import { zeitschritt } from '../../../domain/fall/schritt.ts';
import { naechsterInstant } from '../../../domain/fall/schritt.ts';
import { ortszeit } from '../../../domain/frist/zeitzone.ts';
import { STANDARD } from '../../../domain/policy/standard.ts';
import {
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  vormerkung,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

type Sprosse = { am: string; stufe: string; an: string | null; uebersprungen: boolean };

/** The rungs of one duty in the order in which they were taken. */
function sprossen(ereignisse: readonly Ereignis[], id: string, vorkommen: number): Sprosse[] {
  return ereignisse.flatMap((e) =>
    e.art === 'frist_schritte'
      ? e.schritte
          .filter((s) => s.id === id && s.vorkommen === vorkommen)
          .map(({ stufe, an, uebersprungen }) => ({ am: e.am, stufe, an, uebersprungen }))
      : [],
  );
}

const status = ({ fall }: Werdegang, id: string, vorkommen: number): string | undefined => {
  const frist = fall.fristen.find((f) => f.id === id && f.vorkommen === vorkommen);
  return frist === undefined ? undefined : (frist.ende ?? frist.lauf);
};

describe('the ladder POL-ESC', () => {
  it('climbs rung by rung at 00:00 Europe/Berlin of its days, counted from the due day', () => {
    const werdegang = bis(nach(...BIS_FALLZUGANG), '2025-06-10T00:00');
    const gesendet = { uebersprungen: false };
    expect(sprossen(werdegang.ereignisse, 'T-07', 1)).toEqual(
      [
        { am: '2025-05-07T22:00:00Z', stufe: 'erinnerung', an: 'verantwortlich', ...gesendet },
        { am: '2025-05-21T22:00:00Z', stufe: 'faellig', an: 'verantwortlich', ...gesendet },
        { am: '2025-05-22T22:00:00Z', stufe: 'ueberfaellig', an: 'verantwortlich', ...gesendet },
        { am: '2025-05-22T22:00:00Z', stufe: 'ueberfaellig', an: 'tl', ...gesendet },
        // Ten working days later (Himmelfahrt and Pfingstmontag lie between) only a counter for the Bereichsleitung.
        { am: '2025-06-05T22:00:00Z', stufe: 'ueberfaellig', an: null, ...gesendet },
      ].map((s) => (s.an === null ? { ...s, am: expect.any(String) as string } : s)),
    );
  });

  it('reminds of short duties three days before, and never before they began', () => {
    const werdegang = bis(nach(...BIS_FALLZUGANG.slice(0, 2)), '2024-12-03T00:00');
    // T-02 began on Tuesday 19.11. and is due on Tuesday 26.11.: the reminder falls on Saturday 23.11.
    expect(sprossen(werdegang.ereignisse, 'T-02', 1).map((s) => s.am)[0]).toBe('2024-11-22T23:00:00Z');
    // T-01 began on the day of the Vormerkung, a week before its meeting: a reminder 14 days before is dropped.
    expect(sprossen(werdegang.ereignisse, 'T-01', 1).map((s) => s.stufe)).not.toContain('erinnerung');
  });

  it('does not climb for the maximum duration itself (T-08)', () => {
    const { ereignisse } = FAELLE.standort_faellig();
    expect(sprossen(ereignisse, 'T-08', 1)).toEqual([]);
  });

  it('keeps two policies apart although they share one calendar', () => {
    const still = { basis: 'standard', aenderungen: { 'POL-ESC': [] } } as const;
    const [, zuordnen] = BIS_FALLZUGANG;
    if (zuordnen === undefined) throw new Error('Zuordnung fehlt');
    const laut = bis(nach(vormerkung('2024-11-12T09:00'), zuordnen), '2024-12-03T00:00');
    const leise = bis(nach(vormerkung('2024-11-12T09:00', still), zuordnen), '2024-12-03T00:00');
    expect(status(laut, 'T-02', 1)).toBe('ueberfaellig');
    expect(status(leise, 'T-02', 1)).toBe('offen');
  });

  it('takes the durations of the policy (POL-FRIST) and leaves switched-off timers out', () => {
    const fristen = { ...STANDARD['POL-FRIST'], 'T-03': { aktiv: false, dauer: null } };
    const werdegang = nach(
      vormerkung('2024-11-12T09:00', { basis: 'standard', aenderungen: { 'POL-FRIST': fristen } }),
      ...BIS_FALLZUGANG.slice(1),
    );
    expect(werdegang.fall.fristen.map((f) => f.id)).not.toContain('T-03');
  });
});

describe('catching up after months without a worker', () => {
  const start = nach(...BIS_FALLZUGANG);
  const spaet = ortszeit('2026-12-15T08:00');
  const schritt = zeitschritt(start.fall, spaet);
  if (schritt === null) throw new Error('nichts nachgeholt');

  it('brings the case to the same state and duties as a live timer', () => {
    const live = bis(start, '2026-12-15T08:00');
    expect(schritt.fall.zustand).toBe('standort_faellig');
    expect(live.fall.zustand).toBe('standort_faellig');
    const fristen = (fall: Werdegang['fall']): object[] =>
      fall.fristen
        .map(({ id, vorkommen, faellig, lauf, ende }) => ({
          schluessel: `${id}/${vorkommen}`,
          faellig,
          lauf: ende ?? lauf,
        }))
        .sort((a, b) => (a.schluessel < b.schluessel ? -1 : 1));
    expect(fristen(schritt.fall)).toEqual(fristen(live.fall));
  });

  it('sends only the highest rung per duty and recipient and records the others as skipped', () => {
    const t09 = sprossen(schritt.ereignisse, 'T-09', 1);
    expect(t09.map(({ stufe, an, uebersprungen }) => [stufe, an, uebersprungen])).toEqual([
      ['erinnerung', 'verantwortlich', true],
      ['faellig', 'verantwortlich', true],
      ['ueberfaellig', 'verantwortlich', false],
      ['ueberfaellig', 'tl', false],
      ['ueberfaellig', null, false],
    ]);
  });

  it('acts at the beginning of the day on which the worker came back', () => {
    expect(new Set(schritt.ereignisse.map((e) => e.am))).toEqual(new Set([ortszeit('2026-12-15T00:00')]));
  });

  it('leaves nothing due behind', () => {
    const naechster = naechsterInstant(schritt.fall);
    expect(naechster === null || naechster > spaet).toBe(true);
    expect(zeitschritt(schritt.fall, spaet)).toBeNull();
  });
});

describe('what rests and what ended is not missed', () => {
  it('rests in S08 without growing overdue, however long it takes', () => {
    const werdegang = bis(FAELLE.abgang_eingeleitet(), '2028-06-01T00:00');
    expect(status(werdegang, 'T-07', 5)).toBe('offen');
    expect(
      werdegang.fall.fristen
        .filter((f) => f.ruht)
        .map((f) => f.id)
        .sort(),
    ).toEqual(['T-03', 'T-06', 'T-07', 'T-09', 'T-15', 'T-17']);
    expect(werdegang.fall.fristen.some((f) => f.id === 'T-07' && f.vorkommen > 5)).toBe(false);
  });

  it('stays lapsed after the Fallabgang although years go by', () => {
    const werdegang = bis(FAELLE.beendet(), '2029-06-01T00:00');
    expect(status(werdegang, 'T-07', 5)).toBe('entfallen');
    expect(status(werdegang, 'T-10', 1)).not.toBe('versaeumt');
    expect(werdegang.fall.fristen.some((f) => f.id === 'T-07' && f.vorkommen > 5)).toBe(false);
  });

  it('asks for no meeting after a withdrawal', () => {
    const spaeter = danach(FAELLE.zurueckgezogen(), befehl('berichtigen', '2026-01-07T09:00'));
    expect(spaeter.fall.fristen.map((f) => [f.id, f.ende])).toEqual([['T-01', 'entfallen']]);
  });
});

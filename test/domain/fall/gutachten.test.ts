import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { zeitschritt } from '../../../domain/fall/schritt.ts';
import { ortszeit } from '../../../domain/frist/zeitzone.ts';
import {
  antwort,
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  vormerkung,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { kontakt, kontaktfristen, massnahme, zugang } from './kontaktfristen.ts';

describe('Gutachten (4.3 No. 3, T-12)', () => {
  const gesehen = danach(zugang, kontakt('2024-12-10T09:00'));
  const eingeleitet = danach(gesehen, befehl('gutachten_einleiten', '2024-12-16T09:00'));
  const unterlagen = (um: string, nummer: number | null = null): Befehl =>
    befehl('gutachten_unterlagen_erfassen', um, { nummer });
  const sprossen = (werdegang: Werdegang): string[] =>
    werdegang.ereignisse.flatMap((e) =>
      e.art === 'frist_schritte'
        ? e.schritte.filter((s) => s.id === 'T-12').map((s) => `${e.am} ${s.stufe} ${s.an ?? '-'}`)
        : [],
    );

  it('goes before a measure and reminds only the FM, on and on, while nothing is overdue', () => {
    const beides = danach(eingeleitet, massnahme('2024-12-17T09:00', '2024-12-17', '2025-06-30'));
    expect(kontaktfristen(beides).at(-1)).toBe('T-12/1 2025-03-17 offen');
    const lang = bis(beides, '2025-05-17');
    expect(sprossen(lang)).toEqual([
      '2025-03-16T23:00:00Z erinnerung verantwortlich',
      '2025-04-15T22:00:00Z erinnerung verantwortlich',
      '2025-05-15T22:00:00Z erinnerung verantwortlich',
    ]);
    expect(kontaktfristen(lang).at(-1)).toBe('T-12/1 2025-06-16 offen');
  });

  it('sends a reminder nobody could send on its day once somebody can', () => {
    const spaet = zeitschritt(eingeleitet.fall, ortszeit('2025-04-02T08:00'));
    if (spaet === null) throw new Error('nichts nachgeholt');
    expect(sprossen({ ...spaet })).toEqual(['2025-04-01T22:00:00Z erinnerung verantwortlich']);
    expect(kontaktfristen(spaet).at(-1)).toBe('T-12/1 2025-04-16 offen');
  });

  it('stays silent where the ladder of the office is empty, and does not wake for nothing', () => {
    const still = { basis: 'standard', aenderungen: { 'POL-ESC': [] } } as const;
    const werdegang = danach(
      nach(vormerkung('2024-11-12T09:00', still), ...BIS_FALLZUGANG.slice(1)),
      befehl('gutachten_einleiten', '2024-12-16T09:00'),
    );
    expect(sprossen(bis(werdegang, '2025-09-01'))).toEqual([]);
  });

  it('a talk held while it runs ends nothing; the one after the documents does', () => {
    const dabei = danach(eingeleitet, kontakt('2024-12-20T09:00'));
    expect(kontaktfristen(dabei)).toEqual([
      'T-10/1 2024-12-23 erledigt',
      'T-10/2 2025-01-10 entfallen',
      'T-12/1 2025-03-17 offen',
    ]);
    const da = danach(dabei, unterlagen('2025-01-08T09:00'));
    expect(kontaktfristen(da).at(-1)).toBe('T-12/1 2025-01-22 offen');
    const wieder = danach(da, kontakt('2025-01-15T09:00'));
    expect(kontaktfristen(wieder)).toContain('T-12/1 2025-01-22 erledigt');
    expect(kontaktfristen(wieder).at(-1)).toBe('T-10/4 2025-02-17 offen');
  });

  it('the talk of the day on which it was ordered kept the month before', () => {
    const amTag = danach(
      zugang,
      kontakt('2024-12-10T09:00'),
      befehl('gutachten_einleiten', '2024-12-10T11:00'),
    );
    expect(kontaktfristen(amTag)).toEqual([
      'T-10/1 2024-12-23 erledigt',
      'T-10/2 2025-01-10 entfallen',
      'T-12/1 2025-03-10 offen',
    ]);
  });

  it('several at once are counted and ended one by one', () => {
    const zwei = danach(eingeleitet, befehl('gutachten_einleiten', '2024-12-18T09:00'));
    expect(kontaktfristen(zwei).slice(-2)).toEqual(['T-12/1 2025-03-17 offen', 'T-12/2 2025-03-18 offen']);
    const eines = danach(zwei, unterlagen('2025-01-08T09:00', 2), kontakt('2025-01-09T09:00'));
    expect(kontaktfristen(eines).slice(-2)).toEqual([
      'T-12/2 2025-01-22 erledigt',
      'T-12/1 2025-03-17 offen',
    ]);
    const beide = danach(eines, unterlagen('2025-01-10T09:00'), kontakt('2025-01-13T09:00'));
    expect(kontaktfristen(beide).at(-1)).toBe('T-10/4 2025-02-13 offen');
    expect(antwort(beide.fall, unterlagen('2025-01-14T09:00'))).toBe('TR25');
  });

  it('documents cannot be older than the order, nor arrive where none are awaited', () => {
    const zuFrueh = { ...unterlagen('2024-12-17T09:00'), ereignisAm: '2024-12-15' };
    expect(antwort(eingeleitet.fall, zuFrueh)).toBe('TR25');
    expect(antwort(eingeleitet.fall, unterlagen('2024-12-17T09:00', 2))).toBe('TR25');
    expect(antwort(gesehen.fall, unterlagen('2024-12-17T09:00'))).toBe('TR25');
  });

  const einwilligung = {
    id: 'e1',
    zweck: 'fachdienst',
    erteiltAm: '2024-12-16',
    gueltigBis: '2024-12-16',
    widerrufenAm: null,
  } as const;
  it.each([
    ['none', null, 'V-24'],
    ['for another purpose', { ...einwilligung, zweck: 'leistung_16a' as const }, 'V-24'],
    ['given later', { ...einwilligung, erteiltAm: '2024-12-17', gueltigBis: null }, 'V-24'],
    ['over', { ...einwilligung, gueltigBis: '2024-12-15' }, 'V-24'],
    ['revoked that day', { ...einwilligung, widerrufenAm: '2024-12-16' }, 'V-24'],
    ['valid on its only day', einwilligung, 'ok'],
  ])('V-24 a consent that is %s', (_, wert, erwartet) => {
    expect(
      antwort(gesehen.fall, befehl('gutachten_einleiten', '2024-12-16T09:00', { einwilligung: wert })),
    ).toBe(erwartet);
  });
});

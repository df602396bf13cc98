import { describe, expect, it } from 'vitest';
import {
  betreffDerTagesmail,
  sammelzeit,
  textDerTagesmail,
  type Tageszeile,
} from '../../../domain/mail/tagesmail.ts';

const HEUTE = '2026-12-01';
const zeile = (faellig: string | null, nummer = 5, anlass = 'T-10'): Tageszeile => ({
  fallnummer: `F-2026-${String(nummer).padStart(5, '0')}`,
  anlass,
  faellig,
});
const mal = (anzahl: number, faellig: string | null): Tageszeile[] =>
  Array.from({ length: anzahl }, (_, nr) => zeile(faellig, nr));

describe('Die Mail des Tages (Issue 16.3, ADR 75)', () => {
  it.each([
    [[...mal(3, HEUTE), ...mal(1, '2026-11-16')], 'Lotse: 3 Fristen heute, 1 überfällig'],
    [mal(1, HEUTE), 'Lotse: 1 Frist heute'],
    [mal(2, '2026-11-30'), 'Lotse: 2 Fristen überfällig'],
    [[...mal(1, '2026-12-04'), ...mal(1, null)], 'Lotse: 1 Frist demnächst, 1 Mitteilung'],
    [mal(4, null), 'Lotse: 4 Mitteilungen'],
    [
      [...mal(2, null), ...mal(2, '2026-12-04'), ...mal(2, HEUTE), ...mal(2, '2026-11-30')],
      'Lotse: 2 Fristen heute, 2 überfällig, 2 demnächst, 2 Mitteilungen',
    ],
  ])('der Betreff zählt, was da ist: %#', (zeilen, betreff) => {
    expect(betreffDerTagesmail(zeilen, HEUTE)).toBe(betreff);
  });

  it('nennt je Zeile Fallnummer, Art der Aufgabe und Tag, das Dringendste zuerst, dann den Weg zu Heute, sonst nichts (DS-30)', () => {
    const zeilen = [
      zeile(null, 7, 'TR04'),
      zeile('2026-12-04', 9, 'T-07'),
      zeile(HEUTE, 12, 'T-03'),
      zeile('2026-11-27', 1),
      zeile('2026-11-16', 5),
      { fallnummer: null, anlass: 'T-40', faellig: HEUTE },
    ];
    expect(textDerTagesmail(zeilen, HEUTE, 'https://lotse.example')).toBe(
      [
        'Überfällig',
        '- F-2026-00005: Kontakt (16.11.2026)',
        '- F-2026-00001: Kontakt (27.11.2026)',
        '',
        'Heute fällig',
        '- Prüfung des Komplexprofils',
        '- F-2026-00012: Erstgespräch',
        '',
        'Demnächst fällig',
        '- F-2026-00009: Überprüfung der Fortführung (04.12.2026)',
        '',
        'Mitteilungen',
        '- F-2026-00007: Vormerkung im Jour-Fixe',
        '',
        'Heute in Lotse: https://lotse.example/',
        '',
      ].join('\n'),
    );
  });

  it('eine Frist, die gestern noch „heute fällig“ hieß, steht heute unter den überfälligen', () => {
    expect(betreffDerTagesmail([zeile(HEUTE)], '2026-12-02')).toBe('Lotse: 1 Frist überfällig');
  });

  it('ab halb sieben in Berlin, im Sommer wie im Winter (D-61)', () => {
    expect(sammelzeit(HEUTE)).toBe('2026-12-01T05:30:00Z');
    expect(sammelzeit('2027-07-01')).toBe('2027-07-01T04:30:00Z');
  });
});

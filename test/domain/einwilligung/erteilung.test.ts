import { describe, expect, it } from 'vitest';
import type { Einwilligungszweck } from '../../../domain/einwilligung/einwilligung.ts';
import {
  absageDerErteilung,
  absageDesWiderrufs,
  type Erteilung,
} from '../../../domain/einwilligung/erteilung.ts';

const HEUTE = '2026-12-01';
const VOLL: Readonly<Record<Einwilligungszweck, Erteilung>> = {
  fachdienst: {
    zweck: 'fachdienst',
    erteiltAm: HEUTE,
    gueltigBis: null,
    entbundeneStellen: ['jobcenter', 'fachdienst'],
    aufgeklaert: true,
    erbringer: 'keiner',
  },
  leistung_16a: {
    zweck: 'leistung_16a',
    erteiltAm: '2026-11-01',
    gueltigBis: '2026-11-01',
    entbundeneStellen: ['jobcenter', 'leistungserbringer'],
    aufgeklaert: true,
    erbringer: 'verzeichnis',
  },
  bedarfsgemeinschaft: {
    zweck: 'bedarfsgemeinschaft',
    erteiltAm: HEUTE,
    gueltigBis: '2027-06-30',
    entbundeneStellen: ['jobcenter'],
    aufgeklaert: true,
    erbringer: 'keiner',
  },
};
const absage = (zweck: Einwilligungszweck, anders: Partial<Erteilung> = {}): string | undefined =>
  absageDerErteilung({ ...VOLL[zweck], ...anders }, HEUTE)?.id;

describe('Erteilung und Widerruf einer Einwilligung (E22, § 67b Abs. 2 SGB X, AC-56)', () => {
  it.each(['fachdienst', 'leistung_16a', 'bedarfsgemeinschaft'] as const)(
    '%s: vollständig gilt sie',
    (zweck) => {
      expect(absage(zweck)).toBeUndefined();
    },
  );

  it.each([
    ['fachdienst', { erteiltAm: '2026-12-02' }, 'V-74'],
    ['fachdienst', { aufgeklaert: false }, 'V-24'],
    ['leistung_16a', { gueltigBis: '2026-10-31' }, 'V-46'],
    ['leistung_16a', { entbundeneStellen: ['leistungserbringer'] }, 'V-46'],
    ['leistung_16a', { erbringer: 'unbekannt' }, 'V-46'],
    ['leistung_16a', { erbringer: 'keiner' }, 'V-46'],
    ['fachdienst', { entbundeneStellen: ['jobcenter', 'leistungserbringer'] }, 'V-24'],
    ['fachdienst', { erbringer: 'verzeichnis' }, 'V-24'],
    ['bedarfsgemeinschaft', { aufgeklaert: false }, 'V-31'],
  ] as const)('%s mit %o: keine', (zweck, anders, regel) => {
    expect(absage(zweck, anders)).toBe(regel);
  });

  it.each([
    ['2026-12-02', null, 'V-74'],
    ['2026-10-31', null, 'V-46'],
    ['2026-11-01', null, undefined],
    [HEUTE, '2026-11-20', 'V-46'],
  ])('Widerruf am %s, bisher %s: %s', (am, widerrufenAm, regel) => {
    const gemeint = { ...VOLL.leistung_16a, id: 'e1', widerrufenAm };
    expect(absageDesWiderrufs(gemeint, am, HEUTE)?.id).toBe(regel);
  });
});

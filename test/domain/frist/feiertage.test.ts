import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { FEIERTAGE, feiertag, TABELLENVERSION } from '../../../domain/frist/feiertage.ts';
import { LAENDER } from '../../../domain/frist/kalender.ts';
import type { Land } from '../../../domain/frist/kalender.ts';
import { ostersonntag } from '../../../domain/frist/ostern.ts';
import { plusTage, wochentag } from '../../../domain/frist/tag.ts';

const JAHRE = Array.from({ length: 106 }, (_, seit1995) => 1995 + seit1995);

const laut = (land: Land): Set<string> => {
  const bibliothek = new Holidays('DE', land);
  const tage = JAHRE.flatMap((jahr) => bibliothek.getHolidays(jahr));
  return new Set(tage.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)));
};

describe('holiday table', () => {
  it.each(LAENDER)('agrees with date-holidays on every day of 1995–2100 in %s, Sundays aside', (land) => {
    const anderswo = laut(land);
    const abweichend: string[] = [];
    let geprueft = 0;
    for (let tag = '1995-01-01'; tag <= '2100-12-31'; tag = plusTage(tag, 1)) {
      geprueft++;
      if (wochentag(tag) === 7) continue;
      if ((feiertag(tag, land) !== null) !== anderswo.has(tag)) abweichend.push(tag);
    }
    expect(geprueft).toBe(38_716);
    expect(abweichend).toEqual([]);
  });

  it('finds Easter of known years', () => {
    expect([1995, 2008, 2011, 2026, 2038, 2049, 2076, 2100].map(ostersonntag)).toEqual([
      '1995-04-16',
      '2008-03-23',
      '2011-04-24',
      '2026-04-05',
      '2038-04-25',
      '2049-04-18',
      '2076-04-19',
      '2100-03-28',
    ]);
  });

  it.each([
    { tag: '2016-10-31', land: 'HB', name: undefined },
    { tag: '2017-10-31', land: 'BY', name: 'Reformationstag' },
    { tag: '2018-10-31', land: 'BY', name: undefined },
    { tag: '2018-10-31', land: 'HB', name: 'Reformationstag' },
    { tag: '2018-03-08', land: 'BE', name: undefined },
    { tag: '2019-03-08', land: 'BE', name: 'Internationaler Frauentag' },
    { tag: '2022-03-08', land: 'MV', name: undefined },
    { tag: '2023-03-08', land: 'MV', name: 'Internationaler Frauentag' },
    { tag: '2020-05-08', land: 'BE', name: 'Tag der Befreiung' },
    { tag: '2021-05-08', land: 'BE', name: undefined },
    { tag: '2025-05-08', land: 'BE', name: 'Tag der Befreiung' },
    { tag: '2028-06-17', land: 'BE', name: 'Jahrestag des 17. Juni 1953' },
    { tag: '2018-09-20', land: 'TH', name: undefined },
    { tag: '2019-09-20', land: 'TH', name: 'Weltkindertag' },
    { tag: '2026-11-18', land: 'SN', name: 'Buß- und Bettag' },
    { tag: '2022-11-16', land: 'SN', name: 'Buß- und Bettag' },
    { tag: '2026-08-15', land: 'SL', name: 'Mariä Himmelfahrt' },
    { tag: '2026-08-15', land: 'BY', name: undefined },
    { tag: '2026-12-24', land: 'HB', name: undefined },
    { tag: '2008-05-01', land: 'HB', name: '1. Mai, Christi Himmelfahrt' },
  ] as const)('$tag in $land: $name', ({ tag, land, name }) => {
    expect(feiertag(tag, land)?.name).toBe(name);
  });

  it('names the provision of every holiday', () => {
    expect(feiertag('2026-10-31', 'HB')).toEqual({ name: 'Reformationstag', norm: '§ 2 FTG HB' });
    expect(feiertag('2026-10-03', 'SL')?.norm).toBe('Art. 2 Abs. 2 Einigungsvertrag');
  });

  it('is declarative: one row per rule, no row without Länder', () => {
    expect(FEIERTAGE.every(({ laender }) => laender === 'alle' || laender.length > 0)).toBe(true);
    expect(JSON.parse(JSON.stringify(FEIERTAGE))).toEqual(FEIERTAGE);
  });

  it('refuses a table version it does not know', () => {
    expect(() => feiertag('2026-01-01', 'HB', TABELLENVERSION + 1)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { istUe25, vollendetAm } from '../../../domain/frist/alter.ts';
import type { Fristauftrag, Fristregel, Zeiteinheit } from '../../../domain/frist/berechnung.ts';
import { berechneFrist, faelligAm, FRISTREGELN, rohesEnde } from '../../../domain/frist/berechnung.ts';
import { freierTag, kalenderFuer, naechsterArbeitstag } from '../../../domain/frist/kalender.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import { plusTage, wochentag } from '../../../domain/frist/tag.ts';
import { feuertAb, ortstag } from '../../../domain/frist/zeitzone.ts';
import { DATUMSFAELLE } from './datumsfaelle.ts';

const BREMEN = kalenderFuer('HB');
const WOCHENTAGE = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];
const NAMEN: Readonly<Record<string, string>> = {
  Sa: 'Samstag',
  So: 'Sonntag',
  Himmelfahrt: 'Christi Himmelfahrt',
  'Tag der Dt. Einheit': 'Tag der Deutschen Einheit',
};

/** `Mo 09.11.2026` as a day; the weekday must be right. */
const tagAus = (text: string): Tag => {
  const [, name, tag, monat, jahr] = /^(..) (\d\d)\.(\d\d)\.(\d{4})$/.exec(text) ?? [];
  const gelesen = `${jahr ?? '?'}-${monat ?? '?'}-${tag ?? '?'}`;
  expect(WOCHENTAGE[wochentag(gelesen) - 1], text).toBe(name);
  return gelesen;
};

const regelAus = (text: string): Fristregel => {
  const regel = FRISTREGELN.find((moeglich) => moeglich === text);
  if (regel === undefined) throw new Error(`unbekannte Regel ${text}`);
  return regel;
};

const freieTageZwischen = (roh: Tag, faellig: Tag): string[] => {
  const namen: string[] = [];
  for (let tag = roh; tag < faellig; tag = plusTage(tag, 1))
    namen.push(freierTag(tag, BREMEN) ?? 'Arbeitstag');
  return namen;
};

const zeilen = DATUMSFAELLE.trim()
  .split('\n')
  .map((zeile) => zeile.split('|').map((spalte) => spalte.trim()))
  .map(
    ([
      ,
      id = '',
      timer = '',
      start = '',
      periode = '',
      regel = '',
      roh = '',
      erwartet = '',
      bemerkung = '',
    ]) => ({
      ...{ id, timer, start, periode, regel, roh, erwartet, bemerkung },
    }),
  );

const auftragAus = ({ start, periode, regel }: (typeof zeilen)[number]): Fristauftrag => {
  const [, anzahl, einheit] = /^[+−](\d+) (Tage|Monate)$/.exec(periode) ?? [];
  const einheiten: Readonly<Record<string, Zeiteinheit>> = { Tage: 'tage', Monate: 'monate' };
  return {
    regel: regelAus(regel),
    ereignis: tagAus(start),
    dauer: { einheit: einheiten[einheit ?? ''] ?? 'jahre', anzahl: Number(anzahl) },
  };
};

describe('date cases (szenarien.md 2)', () => {
  it('holds D-01 to D-54 without a gap', () => {
    expect(zeilen.map(({ id }) => id)).toEqual(
      Array.from({ length: 54 }, (_, nummer) => `D-${String(nummer + 1).padStart(2, '0')}`),
    );
  });

  it.each(zeilen)('$id $timer: $start $periode $regel, raw end $roh, due $erwartet', (fall) => {
    const { roh, faellig, feuertAb: instant } = berechneFrist(auftragAus(fall), BREMEN);
    expect({ roh, faellig }).toEqual({ roh: tagAus(fall.roh), faellig: tagAus(fall.erwartet) });
    expect(ortstag(instant)).toBe(plusTage(faellig, 1));
  });

  it.each(zeilen.filter(({ regel }) => regel === 'CAL-F'))(
    '$id skips the days named in its remark',
    (fall) => {
      const [, namen] = /\[(.*)\]/.exec(fall.bemerkung) ?? [];
      const erwartet = namen?.split(', ').map((name) => NAMEN[name] ?? name) ?? [];
      expect(freieTageZwischen(tagAus(fall.roh), tagAus(fall.erwartet))).toEqual(erwartet);
    },
  );

  it.each(zeilen.filter(({ timer }) => timer.includes('k=')))(
    '$id is occurrence $timer of six months',
    (fall) => {
      const vorkommen = Number(fall.timer.split('k=')[1]);
      const auftrag: Fristauftrag = {
        ...auftragAus(fall),
        dauer: { einheit: 'monate', anzahl: 6 },
        vorkommen,
      };
      expect(rohesEnde(auftrag, BREMEN)).toBe(tagAus(fall.roh));
      expect(faelligAm(auftrag, BREMEN)).toBe(tagAus(fall.erwartet));
    },
  );

  it.each(zeilen.filter(({ bemerkung }) => bemerkung.includes('KLARE_MONATE')))(
    '$id with KLARE_MONATE: $bemerkung',
    (fall) => {
      const [, erwartet = ''] = /KLARE_MONATE would give (.. [\d.]+)/.exec(fall.bemerkung) ?? [];
      const auftrag: Fristauftrag = { ...auftragAus(fall), variante: 'KLARE_MONATE' };
      expect(rohesEnde(auftrag, BREMEN)).toBe(plusTage(tagAus(fall.roh), -1));
      expect(faelligAm(auftrag, BREMEN)).toBe(tagAus(erwartet));
    },
  );

  it.each(zeilen.filter(({ bemerkung }) => bemerkung.includes('task due')))('$id: $bemerkung', (fall) => {
    const [, aufgabe = ''] = /task due (.. [\d.]+)/.exec(fall.bemerkung) ?? [];
    expect(faelligAm({ ...auftragAus(fall), regel: 'CAL-F' }, BREMEN)).toBe(tagAus(aufgabe));
  });
});

const zeitraumBis = (ereignis: Tag): Fristauftrag => ({
  regel: 'CAL-Z',
  ereignis,
  dauer: { einheit: 'tage', anzahl: 0 },
});
const termin = (ereignis: Tag): Fristauftrag => ({ regel: 'CAL-T', ereignis, dauer: null });

describe('date cases without a period', () => {
  it('D-55: the weekly meeting on Reformationstag stays as a Termin and is held on the next working day', () => {
    const tag = tagAus('Di 31.10.2028');
    expect(faelligAm(termin(tag), BREMEN)).toBe(tag);
    expect(freierTag(tag, BREMEN)).toBe('Reformationstag');
    expect(naechsterArbeitstag(tag, BREMEN)).toBe(tagAus('Mi 01.11.2028'));
  });

  it.each([
    { id: 'D-56', tag: 'Do 31.12.2026' },
    { id: 'D-57', tag: 'Sa 30.06.2029' },
  ])('$id: the half-year ends on $tag without a shift', ({ tag }) => {
    expect(berechneFrist(zeitraumBis(tagAus(tag)), BREMEN)).toMatchObject({
      roh: tagAus(tag),
      faellig: tagAus(tag),
    });
  });

  it.each([
    { id: 'D-58', geboren: '2001-06-15', letzterTag: 'So 14.06.2026', ersterTag: 'Mo 15.06.2026' },
    { id: 'D-59', geboren: '2004-02-29', letzterTag: 'Mi 28.02.2029', ersterTag: 'Do 01.03.2029' },
    { id: 'D-59', geboren: '2004-03-01', letzterTag: 'Mi 28.02.2029', ersterTag: 'Do 01.03.2029' },
  ])(
    '$id: born $geboren, U25 until $letzterTag, Ü25 from $ersterTag',
    ({ geboren, letzterTag, ersterTag }) => {
      expect(vollendetAm(geboren, 25)).toBe(tagAus(letzterTag));
      expect(istUe25(geboren, tagAus(letzterTag))).toBe(false);
      expect(istUe25(geboren, tagAus(ersterTag))).toBe(true);
    },
  );

  it('D-60: the local date of the event counts, not the UTC date', () => {
    const auftrag = (ereignis: Tag): Fristauftrag => ({
      regel: 'CAL-F',
      ereignis,
      dauer: { einheit: 'monate', anzahl: 6 },
    });
    const ereignis = ortstag('2026-06-30T22:30Z');
    expect(ereignis).toBe(tagAus('Mi 01.07.2026'));
    expect(rohesEnde(auftrag(ereignis), BREMEN)).toBe(tagAus('Fr 01.01.2027'));
    expect(faelligAm(auftrag(ereignis), BREMEN)).toBe(tagAus('Mo 04.01.2027'));
    expect(faelligAm(auftrag('2026-06-30'), BREMEN)).toBe(tagAus('Mi 30.12.2026'));
  });

  it('D-61: a Frist set in summer time ends at 24:00 winter time', () => {
    const faellig = tagAus('Mo 02.11.2026');
    const gesetzt: Fristauftrag = {
      regel: 'CAL-F',
      ereignis: tagAus('Mo 19.10.2026'),
      dauer: { einheit: 'tage', anzahl: 14 },
    };
    expect(berechneFrist(gesetzt, BREMEN)).toMatchObject({ faellig, feuertAb: '2026-11-02T23:00:00Z' });
    expect(feuertAb(faellig)).toBe('2026-11-02T23:00:00Z');
  });

  it('D-62: a fixed day that was told with reference to § 26 (3) sentence 2 stays on a Saturday', () => {
    const tag = tagAus('Sa 28.11.2026');
    expect(berechneFrist(termin(tag), BREMEN)).toMatchObject({ roh: tag, faellig: tag });
  });
});

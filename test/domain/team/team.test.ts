import { describe, expect, it } from 'vitest';
import type { Kontaktteam } from '../../../domain/team/team.ts';
import { darfStichprobeLesen } from '../../../domain/team/team.ts';
import { kalenderzeitraum } from '../../../domain/team/zeitraum.ts';
import { beginn, befehl, bis, fristen, gib, nach } from './werdegang.ts';

const T715 = '1b7c2a7e-0000-4000-8000-000000000715';
const T716 = '1b7c2a7e-0000-4000-8000-000000000716';
const FM = '1b7c2a7e-0000-4000-8000-000000000002';
const KONTAKTE: readonly Kontaktteam[] = [{ team: T715, kontaktFm: [FM] }];

const besprechung = (am: string, mehr: object = {}) =>
  befehl('besprechung_abschliessen', am, { teilnehmende: [], liste: [], ...mehr });

describe('weekly Teambesprechung (T-41, POL-BESPRECHUNG)', () => {
  it('is due every week; an omitted one is missed when the next one comes', () => {
    const werdegang = bis(beginn('2026-12-02T09:00'), '2026-12-16T08:00');
    expect(fristen(werdegang, 'T-41')).toEqual([
      '1 2026-12-08 versaeumt',
      '2 2026-12-15 ueberfaellig',
      '3 2026-12-22 offen',
    ]);
    expect(werdegang.nachrichten.map((n) => `${n.an} ${n.anlass} ${n.stufe}`)).toEqual([
      'tl T-41 faellig',
      'tl T-41 ueberfaellig',
      'tl T-41 faellig',
      'tl T-41 ueberfaellig',
    ]);
  });

  it('moves to the next working day on a holiday (D-55), or drops out where the office wants that', () => {
    expect(fristen(bis(beginn('2028-10-25T09:00'), '2028-10-31T08:00'), 'T-41')).toEqual([
      '1 2028-11-01 offen',
    ]);
    const ausfall = {
      basis: 'standard',
      aenderungen: { 'POL-BESPRECHUNG': { wochentag: 2, anFeiertag: 'ausfall' } },
    } as const;
    expect(fristen(bis(beginn('2028-10-25T09:00', { policy: ausfall }), '2028-10-31T08:00'), 'T-41')).toEqual(
      ['2 2028-11-07 offen'],
    );
  });

  it('is kept by closing it on its day, late within the week, or early', () => {
    const puenktlich = nach(beginn('2026-12-02T09:00'), besprechung('2026-12-08T12:00'));
    expect(fristen(puenktlich, 'T-41')).toEqual(['1 2026-12-08 erledigt', '2 2026-12-15 offen']);
    expect(fristen(bis(puenktlich, '2026-12-16T08:00'), 'T-41')[1]).toBe('2 2026-12-15 ueberfaellig');
    const spaet = nach(beginn('2026-12-02T09:00'), besprechung('2026-12-10T12:00'));
    expect(fristen(spaet, 'T-41')[0]).toBe('1 2026-12-08 verspaetet_erledigt');
    const frueh = nach(puenktlich, besprechung('2026-12-14T12:00'));
    expect(fristen(frueh, 'T-41').slice(0, 2)).toEqual(['1 2026-12-08 erledigt', '2 2026-12-15 erledigt']);
  });

  it('is closed once, with a protocol', () => {
    const werdegang = nach(beginn('2026-12-02T09:00'), besprechung('2026-12-08T12:00'));
    expect(gib(werdegang, besprechung('2026-12-08T13:00'))).toBe('T-41');
    expect(gib(werdegang, besprechung('2026-12-15T12:00', { texte: {} }))).toBe('T-41');
  });

  it('goes on for twenty years without growing', () => {
    let werdegang = beginn('2026-12-02T09:00', { kontaktteams: KONTAKTE });
    const nachJahren = (jahr: number): number => {
      werdegang = { ...bis(werdegang, `${jahr}-12-02T00:00`), ereignisse: [], nachrichten: [] };
      return JSON.stringify(werdegang.team).length;
    };
    const frueh = nachJahren(2030);
    const spaet = nachJahren(2046);
    expect(spaet).toBeLessThan(frueh * 1.1);
    expect(spaet).toBeLessThan(14_336);
  });
});

describe('visits and exchanges once per calendar half-year (T-42, T-43, A-16)', () => {
  it.each([
    ['2026-12-01', 6, '2026-07-01', '2026-12-31'],
    ['2029-06-30', 6, '2029-01-01', '2029-06-30'],
    ['2029-07-01', 6, '2029-07-01', '2029-12-31'],
    ['2028-02-29', 3, '2028-01-01', '2028-03-31'],
    ['2028-12-31', 5, '2028-11-01', '2028-12-31'],
  ])('%s lies in the period of %d months from %s to %s', (...[tag, monate, von, ende]) => {
    expect(kalenderzeitraum(tag, monate)).toEqual({ von, bis: ende });
  });

  it('ends with the half-year, on a Saturday, too (D-56, D-57)', () => {
    const werdegang = beginn('2026-08-03T09:00', { kontaktteams: KONTAKTE });
    expect(fristen(werdegang, 'T-42')).toEqual(['1 2026-12-31 offen']);
    const spaeter = beginn('2029-02-01T09:00', { kontaktteams: KONTAKTE });
    expect(fristen(spaeter, 'T-42')).toEqual(['1 2029-06-30 offen']);
  });

  it('AC-89: without a visit Kontakt-FM and TL are told; a team without Kontakt-FM owes none', () => {
    const werdegang = bis(beginn('2026-08-03T09:00', { kontaktteams: KONTAKTE }), '2027-01-04T08:00');
    expect(fristen(werdegang, 'T-42')).toEqual(['1 2026-12-31 ueberfaellig', '2 2027-06-30 offen']);
    const besuche = werdegang.nachrichten.filter((n) => n.anlass === 'T-42');
    expect(besuche.map((n) => `${n.an} ${n.person ?? '-'} ${n.stufe}`)).toEqual([
      `fm ${FM} erinnerung`,
      `fm ${FM} faellig`,
      `fm ${FM} ueberfaellig`,
      'tl - ueberfaellig',
    ]);
    expect(fristen(werdegang, 'T-43').slice(0, 3)).toEqual([
      '1 2026-12-31 ueberfaellig',
      '2 2026-12-31 ueberfaellig',
      '3 2026-12-31 ueberfaellig',
    ]);
  });

  it('counts in the half-year in which it happened, however late it is recorded', () => {
    const werdegang = nach(
      beginn('2026-08-03T09:00', { kontaktteams: KONTAKTE }),
      befehl('teambesuch_erfassen', '2027-01-04T09:00', { team: T715, ereignisAm: '2026-12-30' }),
      befehl('austausch_erfassen', '2027-01-04T10:00', { mit: 'fm_migration' }),
    );
    expect(fristen(werdegang, 'T-42')).toEqual([
      '1 2026-12-31 rechtzeitig_nacherfasst',
      '2 2027-06-30 offen',
    ]);
    expect(fristen(werdegang, 'T-43')).toEqual([
      '1 2026-12-31 ueberfaellig',
      '2 2026-12-31 ueberfaellig',
      '3 2026-12-31 ueberfaellig',
      '4 2027-06-30 offen',
      '5 2027-06-30 erledigt',
      '6 2027-06-30 offen',
    ]);
    const versaeumte = bis(werdegang, '2027-07-01T08:00').ereignisse.flatMap((e) =>
      e.art === 'fristen_berechnet' ? e.eintraege.filter(({ ende }) => ende === 'versaeumt') : [],
    );
    expect(versaeumte.filter(({ id }) => id === 'T-43').map(({ vorkommen }) => vorkommen)).toEqual([1, 2, 3]);
  });

  it('a new team is owed from that day on, a dissolved one no more', () => {
    const gruendung = beginn('2026-08-03T09:00').ereignisse[0];
    if (gruendung?.art !== 'team_begonnen') throw new Error('kein Beginn');
    const werdegang = nach(
      beginn('2026-08-03T09:00', { kontaktteams: KONTAKTE }),
      befehl('organisation_uebernehmen', '2026-11-02T09:00', {
        gruendung: gruendung.gruendung,
        kontaktteams: [{ team: T716, kontaktFm: [] }],
      }),
    );
    expect(fristen(werdegang, 'T-42')).toEqual(['1 2026-12-31 entfallen', '2 2026-12-31 offen']);
    expect(werdegang.team.fristen.find((f) => f.id === 'T-42' && f.vorkommen === 2)?.beginn).toBe(
      '2026-11-02',
    );
    expect(gib(werdegang, befehl('teambesuch_erfassen', '2026-11-03T09:00', { team: T715 }))).toBe('T-42');
  });
});

describe('sample of the Fachaufsicht (T-50, E45)', () => {
  const ziehung = (fall: string) => ({
    liste: ['F-2026-00001', 'F-2026-00002'],
    saat: 's',
    loswort: 'w',
    gezogen: [{ fall, fallnummer: 'F-2026-00002' }],
    naechsteVerpflichtung: 'v2',
  });

  it('is drawn once a period, reviewed case by case, and kept when the last one is reviewed', () => {
    const gezogen = nach(
      beginn('2026-08-03T09:00'),
      befehl('stichprobe_ziehen', '2026-10-01T09:00', { ziehung: ziehung('x') }),
    );
    expect(gezogen.nachrichten.at(-1)).toMatchObject({ an: 'tl', anlass: 'T-50', stufe: 'mitteilung' });
    expect(gib(gezogen, befehl('stichprobe_ziehen', '2026-11-01T09:00', { ziehung: ziehung('y') }))).toBe(
      'T-50',
    );
    expect(gib(gezogen, befehl('stichprobe_pruefen', '2026-10-02T09:00', { fall: 'y' }))).toBe('T-50');
    const geprueft = nach(gezogen, befehl('stichprobe_pruefen', '2026-10-02T09:00', { fall: 'x' }));
    expect(fristen(geprueft, 'T-50')).toEqual(['1 2026-12-31 erledigt']);
    expect(gib(geprueft, befehl('stichprobe_pruefen', '2026-10-02T09:00', { fall: 'x' }))).toBe('T-50');
    const neu = befehl('stichprobe_ziehen', '2027-01-04T09:00', { ziehung: ziehung('y') });
    expect(nach(geprueft, neu).team.stichprobe).toMatchObject({ nummer: 2 });
  });

  it('opens the drawn cases to the Teamleitung for four weeks, and no other', () => {
    const { team } = nach(
      beginn('2026-08-03T09:00'),
      befehl('stichprobe_ziehen', '2026-10-01T09:00', { ziehung: ziehung('x') }),
    );
    expect(darfStichprobeLesen(team, 'x', '2026-10-29')).toBe(true);
    expect(darfStichprobeLesen(team, 'x', '2026-10-30')).toBe(false);
    expect(darfStichprobeLesen(team, 'y', '2026-10-29')).toBe(false);
  });

  it('cannot be drawn from nothing', () => {
    const leer = { ...ziehung('x'), gezogen: [] };
    expect(
      gib(beginn('2026-08-03T09:00'), befehl('stichprobe_ziehen', '2026-10-01T09:00', { ziehung: leer })),
    ).toBe('T-50');
  });
});

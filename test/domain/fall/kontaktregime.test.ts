import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { STANDARD } from '../../../domain/policy/standard.ts';
import {
  antwort,
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  ohneText,
  vormerkung,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { FM } from '../../../tools/simulation/vorgaben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';
import { kontakt, kontaktfristen, massnahme, zugang } from './kontaktfristen.ts';

const berichtige = (werdegang: Werdegang, um: string, was: { art: string; auf: string }): Befehl => {
  const ereignis = werdegang.ereignisse.findLast((e) => e.art === was.art)?.id ?? '';
  const bezug = { ereignis, art: was.art, akteur: FM };
  return befehl('berichtigen', um, { bezug, neuesDatum: was.auf });
};

describe('T-10 and T-11 from the last contact (D-39 to D-43)', () => {
  it.each([
    ['D-39', '2027-01-29', '2027-02-28', '2027-03-01'],
    ['D-40', '2028-01-31', '2028-02-29', '2028-02-29'],
    ['D-41', '2026-11-26', '2026-12-26', '2026-12-28'],
    ['D-42', '2026-03-03', '2026-04-03', '2026-04-07'],
  ])('%s T-10', (...[, am, roh, faellig]) => {
    const { fall } = danach(zugang, kontakt(`${am}T09:00`));
    expect(fall.fristen.at(-1)).toMatchObject({ id: 'T-10', roh, faellig });
  });

  it('D-43 T-11', () => {
    const { fall } = danach(
      zugang,
      massnahme('2026-09-01T09:00', '2026-09-01', '2027-03-31'),
      kontakt('2026-09-25T09:00'),
    );
    expect(fall.fristen.at(-1)).toMatchObject({ id: 'T-11', roh: '2026-12-25', faellig: '2026-12-28' });
  });
});

describe('measures (4.3 No. 2)', () => {
  const gesehen = danach(zugang, kontakt('2024-12-10T09:00'));

  it('one that is agreed ahead changes the regime on its first day, and back on the day after its last', () => {
    const geplant = danach(gesehen, massnahme('2024-12-12T09:00', '2025-01-02', '2025-02-28'));
    expect(kontaktfristen(geplant).at(-1)).toBe('T-10/2 2025-01-10 offen');
    expect(kontaktfristen(bis(geplant, '2025-01-02')).at(-1)).toBe('T-11/2 2025-03-10 offen');
    expect(kontaktfristen(bis(geplant, '2025-03-01')).at(-1)).toBe('T-10/2 2025-03-14 offen');
  });

  it('two of them one after the other are one stay', () => {
    const zwei = danach(
      gesehen,
      massnahme('2024-12-12T09:00', '2024-12-12', '2024-12-31'),
      massnahme('2024-12-12T10:00', '2025-01-01', '2025-06-30'),
    );
    expect(kontaktfristen(bis(zwei, '2025-01-02')).slice(-2)).toEqual([
      'T-10/2 2025-01-10 entfallen',
      'T-11/2 2025-03-10 offen',
    ]);
  });

  it('after its end there is a month since the last contact, when that is longer than 14 days', () => {
    const kurz = danach(gesehen, massnahme('2024-12-11T09:00', '2024-12-11', '2024-12-13'));
    expect(kontaktfristen(bis(kurz, '2024-12-14')).at(-1)).toBe('T-10/2 2025-01-10 offen');
  });

  it('one that never began changes nothing', () => {
    const geplant = danach(
      gesehen,
      massnahme('2024-12-12T09:00', '2025-01-02', '2025-02-28'),
      befehl('massnahme_beenden', '2024-12-20T09:00', { abbruch: true }),
    );
    expect(kontaktfristen(bis(geplant, '2025-01-05')).at(-1)).toBe('T-10/2 2025-01-10 erinnert');
  });

  it('one recorded late takes the place of the monthly duty that nobody owed, without doubling it', () => {
    const spaet = danach(gesehen, kontakt('2025-01-20T09:00'));
    expect(kontaktfristen(spaet)).toContain('T-10/2 2025-01-10 verspaetet_erledigt');
    const nachgetragen = danach(spaet, massnahme('2025-01-22T09:00', '2025-01-07', '2025-06-30'));
    expect(kontaktfristen(nachgetragen)).toEqual([
      'T-10/1 2024-12-23 erledigt',
      'T-10/2 2025-01-10 entfallen',
      'T-11/2 2025-03-10 erledigt',
      'T-10/3 2025-02-20 entfallen',
      'T-11/3 2025-04-22 offen',
    ]);
  });

  it('one that begins on the day of a contact leaves that contact to the month before it', () => {
    const amTag = danach(gesehen, massnahme('2024-12-10T11:00', '2024-12-10', '2025-06-30'));
    expect(kontaktfristen(amTag)).toEqual([
      'T-10/1 2024-12-23 erledigt',
      'T-10/2 2025-01-10 entfallen',
      'T-11/2 2025-03-10 offen',
    ]);
  });

  it('goes on through S08, TR46 and TR59 (4.3 No. 5)', () => {
    const inMassnahme = danach(
      gesehen,
      massnahme('2024-12-11T09:00', '2024-12-11', '2025-01-31'),
      befehl('abgang_einleiten', '2024-12-16T09:00'),
    );
    expect(kontaktfristen(inMassnahme).at(-1)).toBe('T-11/2 2025-03-10 offen');
    const danachMonatlich = bis(inMassnahme, '2025-02-03');
    expect(danachMonatlich.fall.zustand).toBe('abgang_eingeleitet');
    expect(kontaktfristen(danachMonatlich).at(-1)).toBe('T-10/2 2025-02-14 offen');
    const zurueck = danach(danachMonatlich, befehl('abgang_zuruecknehmen', '2025-02-04T09:00'));
    expect(kontaktfristen(zurueck).at(-1)).toBe('T-10/2 2025-02-14 offen');
    const beendet = danach(danachMonatlich, befehl('fallabgang_dokumentieren', '2025-02-04T09:00'));
    expect(kontaktfristen(beendet)).toContain('T-10/2 2025-02-14 entfallen');
    const umgekehrt = danach(
      beendet,
      befehl('umkehr_beantragen', '2025-02-05T09:00'),
      befehl('umkehr_entscheiden', '2025-02-05T10:00'),
    );
    expect(kontaktfristen(umgekehrt).at(-1)).toBe('T-10/2 2025-02-14 offen');
  });

  it('TR58 a corrected day moves the regime with it, but not before its beginning', () => {
    const beendet = danach(
      gesehen,
      massnahme('2024-12-11T09:00', '2024-12-11', '2025-06-30'),
      befehl('massnahme_beenden', '2025-01-20T09:00'),
    );
    expect(kontaktfristen(beendet).at(-1)).toBe('T-11/2 2025-03-10 offen');
    expect(kontaktfristen(bis(beendet, '2025-01-21')).at(-1)).toBe('T-10/2 2025-02-03 offen');
    const ende = { art: 'massnahme_beendet', auf: '2025-01-10' };
    const richtig = danach(beendet, berichtige(beendet, '2025-01-22T09:00', ende));
    expect(kontaktfristen(richtig).at(-1)).toBe('T-10/2 2025-01-24 offen');
    const zuFrueh = { art: 'massnahme_beendet', auf: '2024-12-10' };
    expect(antwort(beendet.fall, berichtige(beendet, '2025-01-22T09:00', zuFrueh))).toBe('TR58');
  });

  it('is refused without a Vereinbarung or a reason, backwards, or on top of another', () => {
    const ohne = massnahme('2024-12-12T09:00', '2024-12-12', '2024-12-31');
    expect(antwort(gesehen.fall, ohneText(ohne, 'grundOhneVereinbarung'))).toBe('TR29');
    expect(
      antwort(
        FAELLE.aktiv().fall,
        ohneText({ ...ohne, at: '2026-11-24T09:00:00Z' }, 'grundOhneVereinbarung'),
      ),
    ).toBe('ok');
    expect(antwort(gesehen.fall, massnahme('2024-12-12T09:00', '2024-12-12', '2024-12-11'))).toBe('TR29');
    const { fall } = danach(gesehen, ohne);
    expect(antwort(fall, massnahme('2024-12-12T10:00', '2024-12-31', '2025-01-31'))).toBe('TR29');
    expect(antwort(fall, massnahme('2024-12-12T10:00', '2025-01-01', '2025-01-31'))).toBe('ok');
  });

  it('may have begun before the case', () => {
    const { fall } = danach(zugang, {
      ...massnahme('2024-11-25T09:00', '2024-10-01', '2025-03-31'),
      ereignisAm: '2024-10-01',
    });
    expect(kontaktfristen({ fall }).at(-1)).toBe('T-11/1 2025-02-24 offen');
  });
});

describe('timers and policy', () => {
  const unter = (aenderungen: object): Werdegang =>
    nach(vormerkung('2024-11-12T09:00', { basis: 'standard', aenderungen }), ...BIS_FALLZUGANG.slice(1));

  it('POL-KONTAKT kalendermonat asks for a contact in every calendar month, its end never moves', () => {
    const monat = { 'POL-KONTAKT': { ...STANDARD['POL-KONTAKT'], art: 'kalendermonat' } };
    const werdegang = danach(unter(monat), kontakt('2025-01-03T09:00'));
    expect(kontaktfristen(werdegang)).toEqual([
      'T-10/1 2024-12-31 verspaetet_erledigt',
      'T-10/2 2025-02-28 offen',
    ]);
    // Sunday, 30.11.2025: the month ends with it (CAL-Z).
    const november = danach(unter(monat), kontakt('2025-10-31T09:00'));
    expect(kontaktfristen(november).at(-1)).toBe('T-10/2 2025-11-30 offen');
    const inMassnahme = danach(november, massnahme('2025-11-03T09:00', '2025-11-03', '2026-06-30'));
    expect(kontaktfristen(inMassnahme).at(-1)).toBe('T-11/2 2026-01-31 offen');
  });

  it('POL-KONTAKT zaehlendeArten decides what counts', () => {
    const nurPersoenlich = { 'POL-KONTAKT': { zaehlendeArten: ['persoenlich'], art: 'rollierend' } };
    const telefon = befehl('kontakt_erfassen', '2024-12-10T09:00', { art: 'telefon' });
    expect(kontaktfristen(danach(unter(nurPersoenlich), telefon)).at(-1)).toContain('T-10/1');
    expect(kontaktfristen(danach(zugang, telefon)).at(-1)).toContain('T-10/2');
    const auchSchriftlich = { 'POL-KONTAKT': { zaehlendeArten: ['schriftlich'], art: 'rollierend' } };
    const brief = befehl('kontakt_erfassen', '2024-12-10T09:00', { art: 'schriftlich' });
    expect(kontaktfristen(danach(unter(auchSchriftlich), brief)).at(-1)).toContain('T-10/2');
  });

  it('a timer the office does not use makes no regime (POL-FRIST)', () => {
    const ohne = (id: 'T-10' | 'T-11' | 'T-12'): object => ({
      'POL-FRIST': { ...STANDARD['POL-FRIST'], [id]: { aktiv: false, dauer: null } },
    });
    const inMassnahme = massnahme('2024-12-12T09:00', '2024-12-20', '2025-06-30');
    expect(kontaktfristen(bis(danach(unter(ohne('T-11')), inMassnahme), '2024-12-21')).at(-1)).toContain(
      'T-10/1',
    );
    expect(
      kontaktfristen(danach(unter(ohne('T-12')), befehl('gutachten_einleiten', '2024-12-12T09:00'))).at(-1),
    ).toContain('T-10/1');
    // Without the monthly duty the measure still begins by itself.
    const ohneMonat = danach(unter(ohne('T-10')), inMassnahme);
    expect(kontaktfristen(ohneMonat)).toEqual([]);
    expect(kontaktfristen(bis(ohneMonat, '2024-12-20'))).toEqual(['T-11/1 2025-02-24 offen']);
  });
});

describe('facts older than what the case remembers', () => {
  it('the count of Gutachten goes on, and old measures are dropped with their contacts', () => {
    let werdegang = danach(
      zugang,
      massnahme('2024-11-25T09:00', '2024-11-25', '2024-11-30'),
      befehl('gutachten_einleiten', '2024-12-02T09:00'),
      befehl('gutachten_unterlagen_erfassen', '2024-12-03T09:00'),
    );
    for (const tag of ['05', '09', '12', '16', '19', '23'])
      werdegang = danach(werdegang, kontakt(`2024-12-${tag}T09:00`));
    if (werdegang.fall.zustand !== 'aktiv') throw new Error(werdegang.fall.zustand);
    expect(werdegang.fall.begleitung.massnahmen).toEqual([]);
    expect(werdegang.fall.begleitung.gutachten).toHaveLength(1);
    const weiter = danach(werdegang, befehl('gutachten_einleiten', '2024-12-27T09:00'));
    expect(kontaktfristen(weiter).at(-1)).toBe('T-12/2 2025-03-27 offen');
  });
});

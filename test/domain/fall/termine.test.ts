import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import { fmVon } from '../../../domain/fall/fall.ts';
import { darf, darfLesen, fallbezugVon } from '../../../domain/rollen/befehlsrechte.ts';
import {
  antwort,
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  ohneText,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { BEGLEITPERSONEN, FM, FM2, TL } from '../../../tools/simulation/vorgaben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const zugang = nach(...BIS_FALLZUGANG);
const absage = (um: string, anders: object = {}): Befehl =>
  befehl('kontakt_erfassen', um, { status: 'abgesagt', ...anders });
const aufgaben = ({ fall }: Werdegang): string[] =>
  fall.fristen
    .filter(({ id }) => id === 'T-32')
    .map((f) => `${f.vorkommen} ${f.faellig} ${f.ende ?? f.lauf}${f.ruht ? ' ruht' : ''}`);
const SC = { akteur: { id: 'sc', rolle: 'service_center' } } as const;

describe('a contact and its appointment (V-74)', () => {
  it.each(['durchgefuehrt', 'nicht_erschienen'] as const)('cannot be %s before its day', (status) => {
    const einer = befehl('kontakt_erfassen', '2024-12-10T09:00', { status, termin: '2024-12-11' });
    expect(antwort(zugang.fall, einer)).toBe('V-74');
    expect(antwort(zugang.fall, { ...einer, termin: '2024-12-10' })).not.toBe('V-74');
  });
});

describe('cancelled appointments and Begleitpersonen (T-32, V-69)', () => {
  it('opens a task only for a cancellation, and only where somebody wants to hear of it', () => {
    const am = '2024-12-10T09:00';
    expect(aufgaben(danach(zugang, absage(am)))).toEqual(['1 2024-12-10 offen']);
    expect(aufgaben(danach(zugang, absage(am, { begleitpersonInformieren: false })))).toEqual([]);
    expect(aufgaben(danach(zugang, befehl('kontakt_erfassen', am, { status: 'nicht_erschienen' })))).toEqual(
      [],
    );
    expect(
      aufgaben(danach(zugang, befehl('kontakt_erfassen', am, { status: 'geplant', termin: '2024-12-11' }))),
    ).toEqual([]);
    const terminiert = nach(...BIS_FALLZUGANG.slice(0, 3));
    expect(aufgaben(danach(terminiert, befehl('termin_verlegen', '2024-11-20T09:00')))).toEqual([
      '1 2024-11-20 offen',
    ]);
    const verlegt = befehl('termin_verlegen', '2024-11-20T09:00', { termin: '2024-11-25' });
    expect(aufgaben(danach(terminiert, verlegt))).toEqual(['1 2024-11-20 offen']);
  });

  it('has no ladder, never rests and is done for all cancellations until that day', () => {
    const zwei = danach(zugang, absage('2024-12-10T09:00'), absage('2024-12-11T09:00'));
    const imAbgang = bis(danach(zwei, befehl('abgang_einleiten', '2024-12-12T09:00')), '2025-02-01');
    expect(aufgaben(imAbgang)).toEqual(['1 2024-12-10 offen', '2 2024-12-11 offen']);
    const bisZehnten = { ereignisAm: '2024-12-10' };
    const eine = danach(imAbgang, befehl('begleitperson_informieren', '2025-02-03T09:00', bisZehnten));
    expect(aufgaben(eine)).toEqual(['1 2024-12-10 rechtzeitig_nacherfasst', '2 2024-12-11 offen']);
    const alle = danach(eine, befehl('begleitperson_informieren', '2025-02-03T10:00'));
    expect(aufgaben(alle).at(-1)).toBe('2 2024-12-11 verspaetet_erledigt');
    expect(antwort(alle.fall, befehl('begleitperson_informieren', '2025-02-03T11:00'))).toBe('TR54');
  });

  it('T-32 is one task for each Begleitperson, each closed on its own', () => {
    const alle = { begleitpersonen: BEGLEITPERSONEN };
    const zwei = danach(zugang, absage('2024-12-10T09:00', alle));
    expect(aufgaben(zwei)).toEqual(['1 2024-12-10 offen', '2 2024-12-10 offen']);
    expect(zwei.fall.terminabsagen.map(({ begleitperson }) => begleitperson)).toEqual(BEGLEITPERSONEN);
    expect(antwort(zwei.fall, befehl('begleitperson_informieren', '2024-12-10T10:00'))).toBe('T-32');
    const nur = (nummer: number): Befehl =>
      befehl('begleitperson_informieren', '2024-12-10T10:00', { nummer });
    expect(antwort(zwei.fall, nur(3))).toBe('TR54');
    const eine = danach(zwei, nur(2));
    expect(aufgaben(eine)).toEqual(['1 2024-12-10 offen', '2 2024-12-10 erledigt']);
    expect(antwort(eine.fall, nur(2))).toBe('TR54');
    expect(aufgaben(danach(eine, befehl('begleitperson_informieren', '2024-12-11T10:00')))).toEqual([
      '1 2024-12-10 verspaetet_erledigt',
      '2 2024-12-10 erledigt',
    ]);
  });

  it('T-32 one Begleitperson hears of all cancellations at once, those of later days remain', () => {
    const alle = { begleitpersonen: BEGLEITPERSONEN.slice(0, 1) };
    const drei = danach(
      zugang,
      ...['10', '11', '12'].map((tag) => absage(`2024-12-${tag}T09:00`, alle)),
      befehl('begleitperson_informieren', '2024-12-13T10:00', { ereignisAm: '2024-12-11' }),
    );
    expect(aufgaben(drei)).toEqual([
      '1 2024-12-10 verspaetet_erledigt',
      '2 2024-12-11 rechtzeitig_nacherfasst',
      '3 2024-12-12 offen',
    ]);
  });

  it('T-32 stays one task under Regelwerk 1, also for two Begleitpersonen', () => {
    const alt = { ...zugang, fall: { ...zugang.fall, regelwerk: 1 } };
    const zwei = danach(alt, absage('2024-12-10T09:00', { begleitpersonen: BEGLEITPERSONEN }));
    expect(aufgaben(zwei)).toEqual(['1 2024-12-10 offen']);
    expect(aufgaben(danach(zwei, befehl('begleitperson_informieren', '2024-12-10T10:00')))).toEqual([
      '1 2024-12-10 erledigt',
    ]);
  });

  it('keeps its count when old ones are forgotten', () => {
    let werdegang: Werdegang = zugang;
    for (const tag of ['02', '03', '04', '05', '06', '09', '10']) {
      werdegang = danach(
        werdegang,
        absage(`2024-12-${tag}T09:00`),
        befehl('begleitperson_informieren', `2024-12-${tag}T10:00`),
      );
    }
    expect(werdegang.fall.terminabsagen.map(({ nummer }) => nummer)).toEqual([4, 5, 6, 7]);
    expect(aufgaben(danach(werdegang, absage('2024-12-11T09:00'))).at(-1)).toBe('8 2024-12-11 offen');
  });

  it('V-69 a decision does not end the case while it is open; leaving the system does', () => {
    const offen = danach(zugang, absage('2024-12-10T09:00'), befehl('abgang_einleiten', '2024-12-12T09:00'));
    const abgang = befehl('fallabgang_dokumentieren', '2024-12-13T09:00');
    expect(antwort(offen.fall, abgang)).toBe('V-69');
    expect(antwort(offen.fall, befehl('ohne_gespraech_beenden', '2024-12-13T09:00'))).toBe('ok');
    const { fall } = danach(offen, befehl('begleitperson_informieren', '2024-12-13T08:00'));
    expect(antwort(fall, abgang)).toBe('ok');
    const pruefung = danach(nach(...BIS_FALLZUGANG.slice(0, 4)), absage('2024-11-25T09:00'));
    const abweisung = { ergebnis: 'abweisung', besprochenAm: '2024-11-25' } as const;
    expect(antwort(pruefung.fall, befehl('zugang_entscheiden', '2024-11-25T10:00', abweisung))).toBe('V-69');
    expect(antwort(pruefung.fall, befehl('zugang_entscheiden', '2024-11-25T10:00'))).toBe('ok');
    expect(antwort(pruefung.fall, befehl('zurueckziehen', '2024-11-25T10:00'))).toBe('ok');
  });

  it('TR58 the information cannot be older than the cancellation', () => {
    const werdegang = danach(
      zugang,
      absage('2024-12-10T09:00'),
      befehl('begleitperson_informieren', '2024-12-12T09:00'),
    );
    const ereignis = werdegang.ereignisse.find((e) => e.art === 'begleitperson_informiert')?.id ?? '';
    const auf = (neuesDatum: string): string =>
      antwort(
        werdegang.fall,
        befehl('berichtigen', '2024-12-13T09:00', {
          bezug: { ereignis, art: 'begleitperson_informiert', akteur: FM },
          neuesDatum,
        }),
      );
    expect([auf('2024-12-09'), auf('2024-12-10')]).toEqual(['TR58', 'ok']);
  });
});

describe('the Service-Center (R24)', () => {
  const { fall: akte } = zugang;
  const fall = fallbezugVon(akte);
  const wer = { id: 'sc', rolle: 'service_center', teams: [], vertritt: [] } as const;

  it('cancels in every case and reads none', () => {
    expect(darf(wer, 'kontakt_erfassen', fall)).toBe(true);
    expect(darf(wer, 'termin_verlegen', fall)).toBe(true);
    expect(darf(wer, 'begleitperson_informieren', fall)).toBe(false);
    expect(darfLesen(wer, fall)).toBe(false);
  });

  it.each(['geplant', 'durchgefuehrt', 'nicht_erschienen'] as const)('records no %s contact', (status) => {
    const einer = befehl('kontakt_erfassen', '2024-12-10T09:00', { status, termin: '2024-12-11', ...SC });
    expect(antwort(zugang.fall, einer)).toBe('TR54');
  });

  it('cancels, without a note in the file, and moves nothing', () => {
    const einer = absage('2024-12-10T09:00', SC);
    expect(antwort(zugang.fall, einer)).toBe('ok');
    const vermerk = { dokument: 'd', zeichen: 20, nurVorlage: false };
    expect(antwort(zugang.fall, { ...einer, texte: { vermerk } })).toBe('TR54');
    const { fall: terminiert } = nach(...BIS_FALLZUGANG.slice(0, 3));
    expect(antwort(terminiert, befehl('termin_verlegen', '2024-11-20T09:00', SC))).toBe('ok');
    const neu = { termin: '2024-11-25', ...SC };
    expect(antwort(terminiert, befehl('termin_verlegen', '2024-11-20T09:00', neu))).toBe('TR11');
  });
});

describe('change of the Fallmanager (TR51, V-68)', () => {
  const wechsel = (anders: object = {}): Befehl => befehl('fm_wechseln', '2024-12-10T09:00', anders);

  it('moves every duty with the case and leaves every anchor where it was', () => {
    const neu = danach(zugang, wechsel());
    expect(fmVon(neu.fall)).toBe(FM2);
    expect(neu.fall.fristen).toEqual(bis(zugang, '2024-12-10').fall.fristen);
    const zurueck = danach(neu, wechsel({ fm: FM }));
    expect({ ...zurueck.fall, sequenz: 0, zuletzt: '' }).toEqual({
      ...bis(zugang, '2024-12-10').fall,
      sequenz: 0,
      zuletzt: '',
    });
  });

  it('tells both; the next rung goes to the new one', () => {
    const vorher = bis(zugang, '2024-12-10').fall;
    const ergebnis = fuehreAus(vorher, wechsel());
    if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
    const [ereignis] = ergebnis.ereignisse;
    if (ereignis === undefined) throw new Error('ohne Ereignis');
    const an = nachrichten(ereignis, vorher, ergebnis.fall).map((n) => [n.an, n.person, n.anlass]);
    expect(an).toEqual([
      ['fm', FM, 'TR51'],
      ['fm', FM2, 'TR51'],
    ]);
  });

  it('asks for a reason, for somebody else, and for a Fallmanager', () => {
    const ohneGrund = fuehreAus(bis(zugang, '2024-12-10').fall, ohneText(wechsel(), 'grund'));
    expect(ohneGrund.ok && ohneGrund.ereignisse[0]?.offeneHinweise).toEqual(['V-68']);
    expect(antwort(zugang.fall, wechsel({ fm: FM }))).toBe('TR51');
    expect(antwort(zugang.fall, wechsel({ fmIstFallmanager: false }))).toBe('TR51');
    expect(antwort(zugang.fall, wechsel({ warmeUebergabeAm: '2024-12-11' }))).toBe('V-74');
  });
});

describe('falling Handlungsbedarfe (V-65, A-41)', () => {
  const meldung = (um: string, zaehlende: number): Befehl =>
    befehl('handlungsbedarfe_uebernehmen', um, { zaehlende, akteur: { id: TL, rolle: 'tl' } });
  const gemeldet = danach(zugang, meldung('2025-01-07T09:00', 2));

  it('asks once while it lasts, and no longer once there are enough again', () => {
    expect(gemeldet.fall).toMatchObject({ zustand: 'aktiv', hinweise: ['V-65'] });
    const begruendet = danach(
      gemeldet,
      befehl('begruendung_nachreichen', '2025-01-08T09:00', { regel: 'V-65' }),
      meldung('2025-01-09T09:00', 1),
    );
    expect(begruendet.fall.hinweise).toEqual([]);
    const wieder = danach(begruendet, meldung('2025-01-10T09:00', 3), meldung('2025-01-13T09:00', 2));
    expect(wieder.fall.hinweise).toEqual(['V-65']);
    expect(danach(wieder, meldung('2025-01-14T09:00', 3)).fall.hinweise).toEqual([]);
  });

  it('is asked for with the next Überprüfung and explained there', () => {
    const grund = { dokument: 'd', zeichen: 40, nurVorlage: false };
    const offen = danach(gemeldet, befehl('ueberpruefen', '2025-05-22T09:00'));
    expect(offen.ereignisse.findLast((e) => e.art === 'ueberprueft')?.warnungen).toEqual(['V-65']);
    expect(offen.fall.hinweise).toEqual(['V-65']);
    const erklaert = danach(
      gemeldet,
      befehl('ueberpruefen', '2025-05-22T09:00', { begruendungen: { 'V-65': grund } }),
      befehl('ueberpruefen', '2025-11-21T09:00'),
    );
    expect(erklaert.fall.hinweise).toEqual([]);
    expect(erklaert.ereignisse.findLast((e) => e.art === 'ueberprueft')?.warnungen).toEqual([]);
  });

  it('the number of the policy decides (POL-HB), and an ended case hears nothing', () => {
    expect(danach(zugang, meldung('2025-01-07T09:00', 3)).fall.hinweise).toEqual([]);
    expect(antwort(FAELLE.beendet().fall, meldung('2026-11-24T09:00', 0))).toBe('V-65');
  });
});

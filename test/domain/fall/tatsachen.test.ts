import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import type { EreignisVon } from '../../../domain/fall/ereignisse.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import {
  antwort,
  befehl,
  BIS_FALLZUGANG,
  danach,
  nach,
  NEU,
  ohneText,
} from '../../../tools/simulation/bauen.ts';
import { FM, PAP, TL } from '../../../tools/simulation/vorgaben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const pruefung = FAELLE.zugangspruefung().fall;
const entscheiden = (anders: object = {}): Befehl => befehl('zugang_entscheiden', '2024-11-25T09:00', anders);

/** Warnings of the first event, with those that wait for a reason. */
function hinweise(fall: Parameters<typeof fuehreAus>[0], einer: Befehl): { alle: string[]; offen: string[] } {
  const ergebnis = fuehreAus(fall, einer);
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  const [erstes] = ergebnis.ereignisse;
  return { alle: [...(erstes?.warnungen ?? [])], offen: [...(erstes?.offeneHinweise ?? [])] };
}

describe('facts and corrections', () => {
  const { fall, ereignisse } = nach(...BIS_FALLZUGANG);
  const kontakt = (ereignisAm: string): Befehl =>
    befehl('kontakt_erfassen', '2024-12-10T09:00', { ereignisAm });

  it('V-74 no fact lies in the future, nor do the days beside it', () => {
    expect(antwort(fall, kontakt('2024-12-11'))).toBe('V-74');
    expect(antwort(NEU, befehl('vormerken', '2024-11-12T09:00', { erlaeutertAm: '2024-11-13' }))).toBe(
      'V-74',
    );
    expect(antwort(pruefung, entscheiden({ fmVorgestelltAm: '2024-11-26' }))).toBe('V-74');
    const { fall: beendet } = FAELLE.beendet();
    const arbeit = { arbeitsaufnahmeAm: '2026-12-24' };
    expect(antwort(beendet, befehl('verbleib_erfassen', '2026-11-24T09:00', arbeit))).toBe('V-74');
  });

  it.each([
    ['2024-12-05', []],
    ['2024-12-04', ['V-74']],
  ])('V-74 on Tuesday 10.12.2024 a talk of %s (3 working days) warns %j', (am, erwartet) => {
    expect(hinweise(fall, kontakt(am)).alle).toEqual(erwartet);
  });

  const ueberVon = (art: string): EreignisVon<'uebernahmegespraech_gefuehrt'>['id'] =>
    ereignisse.find((e) => e.art === art)?.id ?? '';
  const berichtigung = (art: string, neuesDatum: string, anders: object = {}): Befehl =>
    befehl('berichtigen', '2024-12-10T09:00', {
      bezug: { ereignis: ueberVon(art), art, akteur: FM },
      neuesDatum,
      ...anders,
    });

  it('V-71 a correction needs a reason', () => {
    expect(antwort(fall, ohneText(berichtigung('fallzugang_dokumentiert', '2024-11-25'), 'grund'))).toBe(
      'V-71',
    );
  });

  it('TR58 only the author or the Teamleitung corrects', () => {
    const fremd = { akteur: { id: PAP, rolle: 'pap' } } as const;
    const leitung = { akteur: { id: TL, rolle: 'tl' } } as const;
    expect(antwort(fall, berichtigung('fallzugang_dokumentiert', '2024-11-25', fremd))).toBe('TR58');
    expect(antwort(fall, berichtigung('fallzugang_dokumentiert', '2024-11-25', leitung))).toBe('ok');
  });

  it('TR58 a consequence is no fact', () => {
    const { fall: s06 } = FAELLE.standort_faellig();
    expect(antwort(s06, berichtigung('standort_faellig_geworden', '2024-11-25'))).toBe('TR58');
  });

  it.each([
    ['vorgemerkt', '2024-11-20', 'TR58'],
    ['zugeordnet', '2024-11-11', 'TR58'],
    ['zugeordnet', '2024-11-23', 'TR58'],
    ['uebernahmegespraech_gefuehrt', '2024-11-20', 'ok'],
    ['fallzugang_dokumentiert', '2024-11-21', 'TR58'],
    ['fallzugang_dokumentiert', '2024-12-10', 'ok'],
    ['fallzugang_dokumentiert', '2024-12-11', 'V-74'],
  ])('TR58 %s moved to %s: %s', (art, neu, erwartet) => {
    expect(antwort(fall, berichtigung(art, neu))).toBe(erwartet);
  });

  it('TR58 moves the extension with the Fallzugang', () => {
    const verlaengert = FAELLE.aktiv_verlaengert();
    const bezug = {
      ereignis: ueberVon('fallzugang_dokumentiert'),
      art: 'fallzugang_dokumentiert',
      akteur: FM,
    };
    const neu = danach(
      verlaengert,
      befehl('berichtigen', '2026-11-24T09:00', { bezug, neuesDatum: '2024-12-02' }),
    );
    if (neu.fall.zustand !== 'aktiv_verlaengert') throw new Error(neu.fall.zustand);
    expect(neu.fall.begleitung.standortgespraeche.at(-1)?.verlaengerungBis).toBe('2027-06-02');
  });
});

describe('the order of the facts on the way in', () => {
  const am = '2024-12-10T09:00';
  it.each([
    ['zuordnen', 'vorgemerkt', '2024-11-11', '2024-11-12', 'TR07'],
    ['uebernahmegespraech_vereinbaren', 'zugeordnet', '2024-11-18', '2024-11-19', 'TR10'],
    ['uebernahmegespraech_fuehren', 'uebernahme_terminiert', '2024-11-18', '2024-11-19', 'TR12'],
    ['erstgespraech_fuehren', 'zugangspruefung', '2024-11-21', '2024-11-22', 'TR20'],
    ['zugang_entscheiden', 'zugangspruefung', '2024-11-21', '2024-11-22', 'TR14'],
  ] as const)('%s in %s is refused on %s and possible on %s', (...[name, zustand, zuFrueh, moeglich, tr]) => {
    const { fall } = FAELLE[zustand]();
    expect(antwort(fall, befehl(name, am, { ereignisAm: zuFrueh }))).toBe(tr);
    expect(antwort(fall, befehl(name, am, { ereignisAm: moeglich }))).toBe('ok');
  });

  it('TR11 moves a talk only to a day to come', () => {
    const { fall } = FAELLE.uebernahme_terminiert();
    expect(antwort(fall, befehl('termin_verlegen', '2024-11-20T09:00', { termin: '2024-11-19' }))).toBe(
      'TR11',
    );
    expect(antwort(fall, befehl('termin_verlegen', '2024-11-20T09:00', { termin: '2024-11-26' }))).toBe('ok');
  });
});

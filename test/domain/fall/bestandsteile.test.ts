import { describe, expect, it } from 'vitest';
import { bezugAuf } from '../../../domain/fall/bezug.ts';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import {
  antwort,
  befehl,
  BIS_FALLZUGANG,
  danach,
  nach,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { GRUENDUNG, TL } from '../../../tools/simulation/vorgaben.ts';

const BESTAND = {
  vorgemerktAm: '2026-01-13',
  zuordnung: { am: '2026-01-20', fm: 'fm' },
  uebernahmegespraechAm: '2026-01-27',
  erstgespraechAm: '2026-01-28',
  fallzugangAm: '2026-03-02',
  vereinbarungenAm: ['2026-03-16'],
  kontakteAm: ['2026-02-17', '2026-03-24'],
  ueberpruefungenAm: [],
  standortgespraecheAm: [],
  feedbackAm: null,
};
const am = '2026-04-01T09:00';
const uebernommen = (): Werdegang =>
  nach(befehl('fall_uebernehmen', am, { gruendung: GRUENDUNG, bestand: BESTAND }));
const erstes = ({ ereignisse }: Werdegang): Ereignis => {
  const [ereignis] = ereignisse;
  if (ereignis === undefined) throw new Error('ohne Ereignis');
  return ereignis;
};

/** TR58 by the Teamleitung on one part of the take-over. */
function berichtigen(werdegang: Werdegang, teil: string, neuesDatum: string): Befehl {
  const bezug = bezugAuf(erstes(werdegang), teil);
  if (bezug === null) throw new Error(`kein Teil ${teil}`);
  return befehl('berichtigen', '2026-04-01T10:00', { bezug, neuesDatum, akteur: { id: TL, rolle: 'tl' } });
}
const kontakte = ({ fall }: Werdegang): string[] =>
  fall.fristen.filter((f) => f.id === 'T-10').map((f) => `${f.vorkommen} ${f.start}`);

describe('the dates of a case that was taken over (TR58)', () => {
  it.each([
    ['vormerkung', 'vorgemerkt'],
    ['fallzugang', 'fallzugang_dokumentiert'],
    ['kontakt-2', 'kontakt_erfasst'],
    ['vereinbarung-1', 'vereinbarung_abgeschlossen'],
  ])('%s is a %s', (teil, art) => {
    const { id } = erstes(uebernommen());
    expect(bezugAuf(erstes(uebernommen()), teil)).toMatchObject({ art });
    expect(bezugAuf({ ...erstes(uebernommen()), id }, teil)?.ereignis).toBe(`${id}/${teil}`);
  });

  it.each([
    'feedback',
    'kontakt',
    'kontakt-3',
    'kontakt-0',
    'fallzugang-1',
    'standortgespraech-1',
    'toString',
  ])('%s names no date of this case', (teil) => {
    expect(bezugAuf(erstes(uebernommen()), teil)).toBeNull();
  });

  it('an event is corrected whole, a take-over only by its parts', () => {
    expect(bezugAuf(erstes(uebernommen()), undefined)).toBeNull();
    const [vorgemerkt] = nach(...BIS_FALLZUGANG).ereignisse;
    expect(vorgemerkt && bezugAuf(vorgemerkt, undefined)).toMatchObject({ art: 'vorgemerkt' });
    expect(vorgemerkt && bezugAuf(vorgemerkt, 'fallzugang')).toBeNull();
  });

  it('the order of the great facts holds for them, too', () => {
    const werdegang = uebernommen();
    expect(antwort(werdegang.fall, berichtigen(werdegang, 'fallzugang', '2026-01-26'))).toBe('TR58');
    expect(antwort(werdegang.fall, berichtigen(werdegang, 'vereinbarung-1', '2026-03-01'))).toBe('TR58');
    expect(antwort(werdegang.fall, berichtigen(werdegang, 'uebernahmegespraech', '2026-01-26'))).toBe('ok');
  });

  it('an earlier Fallzugang sees the contacts that were too early before (T-10)', () => {
    const werdegang = uebernommen();
    expect(kontakte(werdegang)).toEqual(['1 2026-03-02', '2 2026-03-24']);
    const frueher = danach(werdegang, berichtigen(werdegang, 'fallzugang', '2026-01-28'));
    expect(kontakte(frueher)).toEqual(['1 2026-01-28', '2 2026-02-17', '3 2026-03-24']);
    const wieder = danach(frueher, { ...berichtigen(werdegang, 'fallzugang', '2026-03-02'), befehlId: 'b2' });
    expect(kontakte(wieder).slice(0, 2)).toEqual(['1 2026-03-02', '2 2026-03-24']);
  });
});

describe('contacts between Übernahmegespräch and Fallzugang', () => {
  it('count once the Fallzugang is corrected to an earlier day', () => {
    const werdegang = nach(
      ...BIS_FALLZUGANG.slice(0, 4),
      befehl('kontakt_erfassen', '2024-11-27T09:00'),
      befehl('zugang_entscheiden', '2024-12-02T09:00'),
      befehl('kontakt_erfassen', '2024-12-10T09:00'),
    );
    expect(kontakte(werdegang)).toEqual(['1 2024-12-02', '2 2024-12-10']);
    const zugang = werdegang.ereignisse.find((e) => e.art === 'fallzugang_dokumentiert');
    const bezug = { ereignis: zugang?.id ?? '', art: 'fallzugang_dokumentiert', akteur: TL };
    const neu = befehl('berichtigen', '2024-12-11T09:00', {
      bezug,
      neuesDatum: '2024-11-25',
      akteur: { id: TL, rolle: 'tl' },
    });
    expect(kontakte(danach(werdegang, neu))).toEqual(['1 2024-11-25', '2 2024-11-27', '3 2024-12-10']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import type { BestehenderFall } from '../../../domain/fall/fall.ts';
import { darfLesen, fallbezugVon, type Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import { antwort, danach, ohneText } from '../../../tools/simulation/bauen.ts';
import { FM, FM2, PAP } from '../../../tools/simulation/vorgaben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';
import type { GEEIGNET } from '../../../tools/probehaus/befehle.ts';
import { gesagt, hinweise, mit, person, type Anders } from './befragen.ts';

describe('decision on access (TR14 to TR16)', () => {
  const { fall } = FAELLE.zugangspruefung();
  const entscheiden = (anders: Anders = {}): Befehl =>
    mit('zugang_entscheiden', '2024-11-25T09:00', { besprochenAm: '2024-11-25', ...anders });
  const nachweis = { dokument: 'd', zeichen: 40, nurVorlage: false };
  const mitGrund = { kriteriumBBegruendung: nachweis, komplexitaetBegruendung: nachweis };
  const ohneProfil = person({ komplex: false, ohneProfillage: true });

  it.each([
    ['nothing said', { ...ohneProfil }, 'V-03'],
    ['said without reason', { ...ohneProfil, komplex: true }, 'V-03'],
    ['said with reason', { ...ohneProfil, komplex: true, texte: mitGrund }, 'ok'],
    ['said to be simple', { ...ohneProfil, komplex: false, texte: mitGrund }, 'V-03'],
    ['said although a Profillage exists', { komplex: true, texte: mitGrund }, 'V-03'],
    [
      'said, but too few Handlungsbedarfe',
      { person: { ...ohneProfil.person, zaehlendeHandlungsbedarfe: 2 }, komplex: true, texte: mitGrund },
      'V-03',
    ],
  ])('A-02 complexity %s: %s', (_, anders, erwartet) => {
    expect(antwort(fall, entscheiden(anders))).toBe(erwartet);
  });

  it.each([
    ['profillage', ohneProfil, 'V-03'],
    ['profillage', {}, 'ok'],
    ['hb_allein', ohneProfil, 'ok'],
    ['hb_allein', person({ komplex: false, zaehlendeHandlungsbedarfe: 2 }), 'V-03'],
  ] as const)('POL-PROFIL-QUELLE %s: %s', (...[quelle, anders, erwartet]) => {
    const policy = { basis: 'standard', aenderungen: { 'POL-PROFIL-QUELLE': quelle } } as const;
    expect(antwort({ ...fall, policy }, entscheiden(anders))).toBe(erwartet);
  });

  it('E12 a refusal names a reason that the check does not contradict', () => {
    const abweisen = (anders: Anders): string =>
      antwort(fall, entscheiden({ ergebnis: 'abweisung', ...anders }));
    expect(abweisen({ grund: null })).toBe('V-10');
    expect(abweisen({ grund: 'kriterium_a_fehlt' })).toBe('V-10');
    expect(abweisen({ grund: 'kriterium_a_fehlt', ...person({ komplex: false }) })).toBe('ok');
    expect(abweisen({ grund: 'kriterium_b_negativ' })).toBe('V-10');
    expect(abweisen({ grund: 'kriterium_b_negativ', kriteriumB: 'nein' })).toBe('ok');
  });

  it('TR16 needs reasons, the talk about them and a target; only specialised care is told', () => {
    const ziel = { ziel: 'familiencoaching', an: null, anIstFmSpezial: false };
    const weiter = (anders: Anders = {}): Befehl =>
      entscheiden({ ergebnis: 'weiterleitung', weiterleitung: ziel, ...anders });
    expect(antwort(fall, ohneText(weiter(), 'begruendung'))).toBe('V-10');
    expect(antwort(fall, weiter({ besprochenAm: null }))).toBe('V-16');
    expect(antwort(fall, weiter({ weiterleitung: null }))).toBe('TR16');
    expect(antwort(fall, weiter({ weiterleitung: { ...ziel, an: FM2 } }))).toBe('TR16');
    expect(antwort(FAELLE.zugeordnet().fall, weiter())).toBe('TR16');
    expect(gesagt(fall, weiter())).toEqual([`pap:TR16:${PAP}`, 'tl:TR16:-']);
    const an = weiter({ weiterleitung: { ...ziel, an: FM2, anIstFmSpezial: true } });
    expect(gesagt(fall, an)).toContain(`fm_spezial:TR16:${FM2}`);
  });

  it('R10: specialised care reads what it was given', () => {
    const bezug = fallbezugVon(FAELLE.weitergeleitet().fall);
    const wer = (id: string): Berechtigter => ({ id, rolle: 'fm_spezial', teams: [], vertritt: [] });
    expect([bezug.weitergeleitetAn ?? '', FM].map((id) => darfLesen(wer(id), bezug))).toEqual([true, false]);
  });

  it('V-09 warns of an Übernahme, not of a refusal', () => {
    const nachrangig = { integrationNachrangig: true };
    expect(hinweise(fall, entscheiden(nachrangig))).toEqual({ alle: ['V-09'], offen: ['V-09'] });
    expect(hinweise(fall, entscheiden({ ...nachrangig, ergebnis: 'abweisung' })).alle).toEqual([]);
  });
});

describe('deviation from criterion A (TR19, V-08)', () => {
  const { fall } = FAELLE.zugangspruefung();
  const beantragen = (anders: Anders = {}): Befehl =>
    mit('abweichung_beantragen', '2024-11-25T09:00', anders);
  const entscheiden = (anders: Anders = {}): Befehl =>
    mit('abweichung_entscheiden', '2024-11-26T09:00', anders);
  const zuWenig = (anders: Partial<typeof GEEIGNET> = {}): { person: typeof GEEIGNET } =>
    person({ zaehlendeHandlungsbedarfe: 2, ...anders });
  const alle = { neuzugang: true, risikoLangzeitarbeitslosigkeit: true, wahrscheinlichkeitMinimierbar: true };
  const beantragt = danach({ fall, ereignisse: [] }, beantragen()).fall;

  it.each([
    ['no new entry', { prophylaxe: { ...alle, neuzugang: false } }, 'V-08'],
    ['no risk', { prophylaxe: { ...alle, risikoLangzeitarbeitslosigkeit: false } }, 'V-08'],
    ['not reducible', { prophylaxe: { ...alle, wahrscheinlichkeitMinimierbar: false } }, 'V-08'],
    ['no abgesichertes Profiling', zuWenig({ profilAbgesichert: false }), 'V-08'],
    ['criterion B denied', { kriteriumB: 'nein' }, 'V-05'],
    ['criterion A fulfilled', person({}), 'TR19'],
    ['moved away from SGB II', zuWenig({ rechtskreisSgb2: false }), 'V-01'],
    ['before the talk', { ereignisAm: '2024-11-21' }, 'TR19'],
    ['all there', {}, 'ok'],
  ])('%s: %s', (_, anders, erwartet) => {
    expect(antwort(fall, beantragen(anders))).toBe(erwartet);
  });

  it('needs words: the judgement (V-06) and the reason (V-08)', () => {
    expect(antwort(fall, ohneText(beantragen(), 'kriteriumBBegruendung'))).toBe('V-06');
    expect(antwort(fall, ohneText(beantragen(), 'begruendung'))).toBe('V-08');
  });

  it.each([
    ['verboten', 'V-08', null],
    ['mit_grund', 'ok', 'aktiv'],
    ['mit_grund_und_tl_freigabe', 'ok', 'zugangspruefung'],
  ] as const)('POL-ABWEICHUNG %s: %s, %s', (...[wahl, erwartet, zustand]) => {
    const policy = { basis: 'standard', aenderungen: { 'POL-ABWEICHUNG': wahl } } as const;
    const stand = { ...fall, policy };
    expect(antwort(stand, beantragen())).toBe(erwartet);
    if (zustand !== null)
      expect(danach({ fall: stand, ereignisse: [] }, beantragen()).fall.zustand).toBe(zustand);
  });

  it('one open request at a time; the requester does not approve; the approver says why and not before the request', () => {
    expect(antwort(beantragt, beantragen())).toBe('TR19');
    expect(antwort(fall, entscheiden())).toBe('TR19');
    expect(antwort(beantragt, entscheiden({ akteur: { id: FM, rolle: 'tl' } }))).toBe('TR19');
    expect(antwort(beantragt, ohneText(entscheiden(), 'begruendung'))).toBe('TR19');
    expect(antwort(beantragt, entscheiden({ ereignisAm: '2024-11-24' }))).toBe('TR19');
    expect(antwort(beantragt, entscheiden())).toBe('ok');
  });

  it.each([
    ['the Profiling is no longer abgesichert', zuWenig({ profilAbgesichert: false }), 'V-08'],
    ['criterion A holds meanwhile', person({}), 'TR19'],
    ['the person lost SGB II', zuWenig({ rechtskreisSgb2: false }), 'V-01'],
  ])('the rules hold again on granting: %s: %s', (_, anders, erwartet) => {
    expect(antwort(beantragt, entscheiden(anders))).toBe(erwartet);
    expect(antwort(beantragt, entscheiden({ ...anders, gewaehrt: false }))).toBe('ok');
  });

  it('granted, it is a Fallzugang with an Auffälligkeit; refused, a new request is possible', () => {
    const gewaehrt = danach({ fall: beantragt, ereignisse: [] }, entscheiden());
    expect(gewaehrt.fall).toMatchObject({ zustand: 'aktiv', auffaelligkeiten: ['abweichung'] });
    expect(gewaehrt.ereignisse[0]).toMatchObject({ art: 'fallzugang_dokumentiert', kriteriumA: false });
    const abgelehnt = danach({ fall: beantragt, ereignisse: [] }, entscheiden({ gewaehrt: false }));
    expect(antwort(abgelehnt.fall, mit('abweichung_beantragen', '2024-11-27T09:00'))).toBe('ok');
  });

  it('lapses when the state changes', () => {
    const entschieden = mit('zugang_entscheiden', '2024-11-25T10:00', {
      ergebnis: 'abweisung',
      besprochenAm: '2024-11-25',
    });
    const { fall: abgewiesen } = danach({ fall: beantragt, ereignisse: [] }, entschieden);
    expect(abgewiesen).not.toHaveProperty('abweichung');
    expect(antwort(abgewiesen, entscheiden())).toBe('TR19');
  });

  it('tells the approver of the request, the requester of the refusal, Controlling of the Auffälligkeit', () => {
    expect(gesagt(fall, beantragen())).toEqual(['tl:TR19:-']);
    expect(gesagt(beantragt, entscheiden({ gewaehrt: false }))).toEqual([`fm:TR19:${FM}`]);
    expect(gesagt(beantragt, entscheiden())).toEqual(['controlling:TR19:-', 'tl:TR19:-']);
  });

  it('V-15 and V-09 are asked with the request, where the Fallmanager can answer', () => {
    const { weg } = FAELLE.zugangspruefung().fall as Extract<BestehenderFall, { zustand: 'zugangspruefung' }>;
    const gespraech = weg.uebernahmegespraech;
    if (gespraech === null) throw new Error('ohne Gespräch');
    const unbekannt = {
      ...fall,
      weg: { ...weg, uebernahmegespraech: { ...gespraech, fmBekannt: false } },
    } as BestehenderFall;
    expect(hinweise(unbekannt, beantragen({ integrationNachrangig: true })).alle).toEqual(['V-09', 'V-15']);
  });
});

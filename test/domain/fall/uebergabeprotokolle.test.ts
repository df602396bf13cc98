import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import {
  bestaetigbares,
  offeneSeiten,
  SEITEN,
  type Uebergabeprotokoll,
} from '../../../domain/fall/uebergabeprotokoll.ts';
import { uebergabeprotokolleAus } from '../../../domain/fall/uebergabeprotokolle.ts';
import { kalendereintragVon } from '../../../domain/fall/uebergabetermin.ts';
import { antwort, danach, nach, type Werdegang } from '../../../tools/simulation/bauen.ts';
import { FM, FM2, PAP, TL } from '../../../tools/simulation/vorgaben.ts';
import { gesagt, mit, type Anders } from './befragen.ts';

const ALS_PAP = { akteur: { id: PAP, rolle: 'pap' } };
const VORHER = nach(mit('vormerken', '2024-11-12T09:00'), mit('zuordnen', '2024-11-19T09:00'));
const TERMIN = { termin: '2024-11-25', uhrzeit: '10:00', dauerMinuten: 45, ort: 'fm_buero' };
const VEREINBART = danach(VORHER, mit('uebernahmegespraech_vereinbaren', '2024-11-19T10:00', TERMIN));

function uebergaben({ fall, ereignisse }: Werdegang): readonly Uebergabeprotokoll[] {
  return uebergabeprotokolleAus(fall.fallId, ereignisse);
}

function letzte(werdegang: Werdegang): Uebergabeprotokoll {
  const eine = uebergaben(werdegang).at(-1);
  if (eine === undefined) throw new Error('Keine Übergabe');
  return eine;
}

/** The confirmation with the facts the record has. */
function bestaetigung(werdegang: Werdegang, um: string, anders: Anders = {}): Befehl {
  const was = anders['was'] === 'gespraech' ? 'gespraech' : 'termin';
  const uebergabe = letzte(werdegang);
  const eintrag = bestaetigbares(uebergabe, was);
  const bestaetigt =
    eintrag === null
      ? null
      : {
          gespraech: uebergabe.gespraech,
          eintrag: eintrag.eintrag,
          termin: was === 'termin' ? (uebergabe.termin?.termin ?? null) : null,
          durch: SEITEN.filter((seite) => eintrag.durch[seite] !== undefined),
        };
  return mit('uebergabe_bestaetigen', um, { was, bestaetigt, ...anders });
}

const BESTAETIGT = danach(VEREINBART, bestaetigung(VEREINBART, '2024-11-20T08:00'));

function eintragVon(werdegang: Werdegang) {
  const { fallId, fallnummer } = werdegang.fall;
  return kalendereintragVon(letzte(werdegang), { fallId, fallnummer, adresse: null });
}

describe('a handover as it is read from the record (TR10 to TR12, TR65)', () => {
  it('has none before an appointment', () => {
    expect(uebergaben(VORHER)).toEqual([]);
  });

  it('TR10: whoever proposes stands by it, the other side is waited for', () => {
    const { gespraech, nummer, folge, termin } = letzte(VEREINBART);
    expect({ gespraech, nummer, folge }).toEqual({ gespraech: 'uebernahme', nummer: 1, folge: 0 });
    expect(termin).toMatchObject({ ...TERMIN, von: { wer: FM, fuer: null } });
    expect(termin === null ? null : offeneSeiten(termin)).toEqual(['gegenueber']);
    expect(eintragVon(VEREINBART)).toMatchObject({ stand: 'vorgeschlagen', folge: 0, uhrzeit: '10:00' });
  });

  it('TR65: confirmed by both, and the FM hears of it', () => {
    const { termin } = letzte(BESTAETIGT);
    expect(termin?.durch.gegenueber).toMatchObject({ wer: PAP });
    expect(eintragVon(BESTAETIGT)).toMatchObject({ stand: 'bestaetigt', folge: 1 });
    expect(gesagt(VEREINBART.fall, bestaetigung(VEREINBART, '2024-11-20T08:00'))).toEqual([`fm:TR65:${FM}`]);
  });

  it('TR65: nobody confirms twice, and nobody what they have proposed', () => {
    expect(antwort(BESTAETIGT.fall, bestaetigung(BESTAETIGT, '2024-11-20T09:00'))).toBe('TR65');
    const fm = { akteur: { id: FM, rolle: 'fm' } };
    expect(antwort(VEREINBART.fall, bestaetigung(VEREINBART, '2024-11-20T09:00', fm))).toBe('TR65');
  });

  it('TR11: a new appointment of the pAp waits for the FM; one of the Teamleitung for both', () => {
    const neu = { termin: '2024-11-26' };
    const vomPap = danach(BESTAETIGT, mit('termin_verlegen', '2024-11-21T08:00', { ...neu, ...ALS_PAP }));
    expect(letzte(vomPap).folge).toBe(2);
    expect(offen(vomPap)).toEqual(['fm']);
    const fm = { akteur: { id: FM, rolle: 'fm' } };
    expect(gesagt(vomPap.fall, bestaetigung(vomPap, '2024-11-21T09:00', fm))).toEqual([`pap:TR65:${PAP}`]);
    const akteur = { id: TL, rolle: 'tl' };
    const vonDerTl = danach(BESTAETIGT, mit('termin_verlegen', '2024-11-21T08:00', { ...neu, akteur }));
    expect(offen(vonDerTl)).toEqual(['fm', 'gegenueber']);
  });

  it('TR11: an appointment that was moved meanwhile is not confirmed', () => {
    const verlegt = danach(VEREINBART, mit('termin_verlegen', '2024-11-21T08:00', { termin: '2024-11-26' }));
    expect(antwort(verlegt.fall, bestaetigung(VEREINBART, '2024-11-21T09:00'))).toBe('TR65');
    expect(antwort(verlegt.fall, bestaetigung(verlegt, '2024-11-21T09:00'))).toBe('ok');
  });

  it('TR11: called off, nothing can be confirmed, and calendars strike the same entry', () => {
    const weg = danach(BESTAETIGT, mit('termin_verlegen', '2024-11-21T08:00', { termin: null }));
    expect(eintragVon(weg)).toEqual({
      ...eintragVon(BESTAETIGT),
      stand: 'abgesagt',
      folge: 2,
      erfasstAm: '2024-11-21T07:00:00Z',
    });
    expect(antwort(weg.fall, bestaetigung(weg, '2024-11-21T09:00'))).toBe('TR65');
  });

  it('TR13: with the Vormerkung the appointment is gone, too', () => {
    const zurueck = danach(BESTAETIGT, mit('zurueckziehen', '2024-11-21T08:00'));
    expect(eintragVon(zurueck)).toMatchObject({ stand: 'abgesagt' });
  });

  it('TR54: whom nobody met is met another day', () => {
    const versaeumt = { anlass: 'uebernahmegespraech', status: 'nicht_erschienen', termin: '2024-11-25' };
    const danachWar = danach(BESTAETIGT, mit('kontakt_erfassen', '2024-11-25T11:00', versaeumt));
    expect(letzte(danachWar).versaeumt).toEqual(['2024-11-25']);
    expect(antwort(danachWar.fall, bestaetigung(danachWar, '2024-11-25T12:00'))).toBe('TR65');
    const neu = danach(danachWar, mit('termin_verlegen', '2024-11-25T12:00', { termin: '2024-11-28' }));
    expect(offen(neu)).toEqual(['gegenueber']);
  });

  it('TR61: a missed talk that was entered by mistake never was', () => {
    const versaeumt = { anlass: 'uebernahmegespraech', status: 'nicht_erschienen', termin: '2024-11-25' };
    const vorher = danach(BESTAETIGT, mit('kontakt_erfassen', '2024-11-25T11:00', versaeumt));
    const kontakt = vorher.ereignisse.find(({ art }) => art === 'kontakt_erfasst');
    const zurueck = danach(
      vorher,
      mit('eintrag_zurueckziehen', '2024-11-25T12:00', {
        bezug: { ereignis: kontakt?.id, art: 'kontakt_erfasst', akteur: FM },
        teile: [{ ereignis: kontakt?.id }],
      }),
    );
    expect(letzte(zurueck).versaeumt).toEqual([]);
  });

  it('TR12, TR65: the talk is confirmed by the side that did not record it, also after the Fallzugang', () => {
    const gefuehrt = danach(BESTAETIGT, mit('uebernahmegespraech_fuehren', '2024-11-25T11:00'));
    expect(letzte(gefuehrt).gefuehrt).toMatchObject({ am: '2024-11-25', durch: { fm: { wer: FM } } });
    expect(antwort(gefuehrt.fall, bestaetigung(gefuehrt, '2024-11-25T12:00'))).toBe('TR65');
    const zugang = danach(gefuehrt, mit('zugang_entscheiden', '2024-11-26T11:00'));
    const was = { was: 'gespraech' };
    const beide = danach(zugang, bestaetigung(zugang, '2024-11-26T12:00', was));
    expect(letzte(beide).gefuehrt?.durch).toMatchObject({ fm: { wer: FM }, gegenueber: { wer: PAP } });
    expect(uebergaben(beide)).toHaveLength(1);
  });

  it('TR51: who led the case when it was said stays who said it', () => {
    const wechsel = danach(BESTAETIGT, mit('fm_wechseln', '2024-11-21T08:00', { fm: FM2 }));
    expect(letzte(wechsel).termin?.durch.fm).toMatchObject({ wer: FM });
  });
});

describe('a return (TR43, TR46, TR65)', () => {
  const vorDemGespraech = danach(
    BESTAETIGT,
    mit('uebernahmegespraech_fuehren', '2024-11-25T11:00'),
    mit('zugang_entscheiden', '2024-11-26T11:00'),
    mit('abgang_einleiten', '2024-12-10T11:00'),
    mit('aufnehmende_stelle_klaeren', '2024-12-10T12:00', { pap: PAP }),
  );
  const planung = { anlass: 'rueckgabegespraech', status: 'geplant', termin: '2024-12-17' };
  const planen = mit('kontakt_erfassen', '2024-12-10T13:00', planung);
  const geplant = danach(vorDemGespraech, planen);

  it('is a handover of its own; whoever receives the person hears of the appointment', () => {
    expect(uebergaben(geplant).map(({ gespraech, nummer }) => [gespraech, nummer])).toEqual([
      ['uebernahme', 1],
      ['rueckgabe', 2],
    ]);
    expect(gesagt(vorDemGespraech.fall, planen)).toEqual([`pap:TR54:${PAP}`]);
    expect(offen(geplant)).toEqual(['gegenueber']);
  });

  it('is confirmed by whoever receives, talk and appointment alike', () => {
    const termin = danach(geplant, bestaetigung(geplant, '2024-12-11T08:00'));
    expect(offen(termin)).toEqual([]);
    const gefuehrt = danach(termin, mit('rueckgabegespraech_fuehren', '2024-12-17T10:00'));
    const was = { was: 'gespraech' };
    expect(antwort(gefuehrt.fall, bestaetigung(gefuehrt, '2024-12-17T12:00', was))).toBe('ok');
  });

  it('TR46: with the exit its talk is gone, too', () => {
    const zurueck = danach(geplant, mit('abgang_zuruecknehmen', '2024-12-12T08:00'));
    expect(letzte(zurueck).abgesagt).not.toBeNull();
  });
});

function offen(werdegang: Werdegang): readonly string[] {
  const { termin } = letzte(werdegang);
  return termin === null ? ['kein Termin'] : offeneSeiten(termin);
}

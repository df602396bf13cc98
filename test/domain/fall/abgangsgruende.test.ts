import { describe, expect, it } from 'vitest';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import type { Abgangsangaben, Befehl } from '../../../domain/fall/befehle.ts';
import { nurGrund, wertung } from '../../../domain/fall/abgangsgruende.ts';
import { ABGANGSGRUENDE, type Abgangsgrund, type Zielerreichung } from '../../../domain/kennungen.ts';
import { STANDARD } from '../../../domain/policy/standard.ts';
import { GEEIGNET } from '../../../tools/probehaus/befehle.ts';
import { antwort, befehl, danach, ohneText, type Werdegang } from '../../../tools/simulation/bauen.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const AM = '2026-11-24T09:00';
const aktiv = FAELLE.aktiv();

/** What each reason asks for beyond a text (table 3.5). */
const VOLLSTAENDIG: Partial<Record<Abgangsgrund, Partial<Abgangsangaben>>> = {
  X1: { arbeitsaufnahmeAm: '2026-11-02' },
  X9: { kriterienEntfallen: true, ohneFmMoeglich: true },
  X14: { zielstelle: 'fm_migration' },
};
const angaben = (grund: Abgangsgrund): Abgangsangaben => ({ ...nurGrund(grund), ...VOLLSTAENDIG[grund] });
const einleiten = (abgang: Abgangsangaben, am = AM): Befehl => befehl('abgang_einleiten', am, { abgang });
const mitGrund = (grund: Abgangsgrund): Werdegang => danach(aktiv, einleiten(angaben(grund)));

/** Warnings of the first event, and those that wait for a reason. */
function hinweise(
  werdegang: Werdegang,
  einer: Befehl,
): { alle: readonly string[]; offen: readonly string[] } {
  const ergebnis = fuehreAus(werdegang.fall, einer);
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  const [erstes] = ergebnis.ereignisse;
  return { alle: erstes?.warnungen ?? [], offen: erstes?.offeneHinweise ?? [] };
}

describe('guards of the exit reasons (3.5, V-57, V-63)', () => {
  it.each(ABGANGSGRUENDE.filter((g) => g !== 'X13'))('%s needs words, then it is possible', (grund) => {
    const einer = einleiten(angaben(grund));
    expect(antwort(aktiv.fall, ohneText(einer, 'begruendung'))).toBe('V-57');
    expect(antwort(aktiv.fall, einer)).toBe('ok');
  });

  it.each<[string, Abgangsangaben, string]>([
    ['X1 without a start of work', { ...nurGrund('X1'), arbeitsaufnahmeAm: null }, 'TR37'],
    ['X1 with a start of work to come', { ...nurGrund('X1'), arbeitsaufnahmeAm: '2026-11-25' }, 'V-74'],
    ['X1 with work from before bFM', { ...nurGrund('X1'), arbeitsaufnahmeAm: '2024-11-21' }, 'TR37'],
    ['X9 with one half', { ...nurGrund('X9'), kriterienEntfallen: true }, 'V-63'],
    ['X13 by hand', nurGrund('X13'), 'TR40'],
    ['X14 without a target', { ...nurGrund('X14'), zielstelle: null }, 'TR37'],
  ])('%s is refused', (...[, abgang, id]) => {
    expect(antwort(aktiv.fall, einleiten(abgang))).toBe(id);
    const review = befehl('ueberpruefen', AM, { ergebnis: 'abgang_einleiten', abgang });
    expect(antwort(aktiv.fall, review)).toBe(id);
  });

  it('X1 needs a prognosis; a command of release 0.1 did not know of it (A-22)', () => {
    expect(antwort(aktiv.fall, ohneText(einleiten(angaben('X1')), 'prognose'))).toBe('TR37');
    expect(antwort(aktiv.fall, ohneText(einleiten(nurGrund('X1')), 'prognose'))).toBe('ok');
  });

  it('X8 ends with TR45 only, and TR45 belongs to X8', () => {
    expect(antwort(mitGrund('X8').fall, befehl('fallabgang_dokumentieren', AM))).toBe('TR45');
    expect(antwort(mitGrund('X12').fall, befehl('akh_festlegen', AM))).toBe('TR45');
  });
});

describe('warm return (column Rückgabegespräch, V-59, V-60, A-29)', () => {
  const ende = (grund: Abgangsgrund, vorher: readonly Befehl[] = []): readonly string[] => {
    const name = grund === 'X8' ? 'akh_festlegen' : 'fallabgang_dokumentieren';
    const abschluss = ohneText(befehl(name, AM, { zielerreichung: 'erreicht' }), 'verzichtRueckgabe');
    return hinweise(danach(mitGrund(grund), ...vorher), abschluss).alle;
  };
  const besprechung = befehl('fallbesprechung_fuehren', AM);
  const versuch = befehl('kontakt_erfassen', AM, {
    anlass: 'rueckgabegespraech',
    status: 'nicht_erschienen',
  });

  it.each(['X1', 'X7', 'X10'] as const)('%s owes none', (grund) => {
    expect(ende(grund)).toEqual([]);
  });
  it('X1 owes one while the claim for benefits goes on', () => {
    const weiter = danach(aktiv, einleiten({ ...angaben('X1'), leistungsbezugLaeuft: true }));
    const abschluss = ohneText(befehl('fallabgang_dokumentieren', AM), 'verzichtRueckgabe');
    expect(hinweise(weiter, abschluss).alle).toEqual(['V-60']);
  });
  it.each(['X2', 'X3', 'X4', 'X5', 'X6', 'X8', 'X9', 'X11', 'X12', 'X14'] as const)(
    '%s owes one',
    (grund) => {
      expect(ende(grund)).toEqual(['V-60']);
      expect(ende(grund, [besprechung])).toEqual([]);
    },
  );
  it('an attempt is enough for X4 and X6, not for X2', () => {
    expect([ende('X4', [versuch]), ende('X6', [versuch]), ende('X2', [versuch])]).toEqual([[], [], ['V-60']]);
  });

  it.each<[Abgangsgrund, readonly string[], readonly string[]]>([
    ['X8', [], ['V-59']],
    ['X12', [], ['V-59']],
    ['X6', ['grundOhnePerson'], ['V-59']],
    ['X6', [], ['V-59', 'V-60']],
    ['X2', ['grundOhnePerson'], ['V-59', 'V-60']],
  ])('a Fallbesprechung for %s with %j warns %j', (grund, felder, erwartet) => {
    const texte = Object.fromEntries(
      ['naechsteSchritte', ...felder].map((feld) => [
        feld,
        { dokument: feld, zeichen: 9, nurVorlage: false },
      ]),
    );
    expect(hinweise(mitGrund(grund), { ...besprechung, texte }).alle).toEqual(erwartet);
  });

  it('without the person it is no Rückgabegespräch; X14 hands over to the specialised Fallmanagement', () => {
    const zuDritt = befehl('rueckgabegespraech_fuehren', AM);
    const ohne = befehl('rueckgabegespraech_fuehren', AM, { teilnehmer: ['pap', 'fm'] });
    expect(antwort(mitGrund('X2').fall, ohne)).toBe('TR43');
    expect(antwort(mitGrund('X14').fall, zuDritt)).toBe('TR43');
    const spezial = befehl('rueckgabegespraech_fuehren', AM, {
      teilnehmer: ['bewerber', 'fm', 'fm_spezial'],
    });
    expect(hinweise(mitGrund('X14'), spezial).alle).toEqual([]);
  });

  it.each(['X3', 'X4', 'X5', 'X6'] as const)('V-64 informs about %s and asks for no reason', (grund) => {
    const ohneZiele = befehl('fallabgang_dokumentieren', AM, { zielerreichung: 'nicht_erreicht' });
    expect(hinweise(mitGrund(grund), ohneZiele)).toEqual({ alle: ['V-64'], offen: [] });
    const mitZielen = befehl('fallabgang_dokumentieren', AM, { zielerreichung: 'erreicht' });
    expect(hinweise(mitGrund(grund), mitZielen).alle).toEqual([]);
  });
});

describe('how an end counts (A-21, POL-ERFOLG, 003 I3, V-72)', () => {
  const werte = (
    abgang: Abgangsangaben,
    zielerreichung: Zielerreichung = 'teilweise',
    reduziert = false,
  ): ReturnType<typeof wertung> =>
    wertung({ angaben: abgang, zielerreichung, massgeblicherBedarfReduziert: reduziert }, STANDARD);

  it('success and Abbruch by reason', () => {
    const erfolge = ABGANGSGRUENDE.filter((g) => werte(angaben(g)).erfolgreich);
    const abbrueche = ABGANGSGRUENDE.filter((g) => werte(angaben(g)).abbruch);
    expect({ erfolge, abbrueche }).toEqual({
      erfolge: ['X1', 'X2', 'X9'],
      abbrueche: ['X3', 'X4', 'X5', 'X6', 'X8'],
    });
  });
  it('X11 for a person the market takes, X13 with a decisive Handlungsbedarf reduced', () => {
    expect(werte({ ...nurGrund('X11'), marktfaehig: true }).erfolgreich).toBe(true);
    expect(werte(nurGrund('X13'), 'teilweise', true).erfolgreich).toBe(true);
  });
  it('X5 is no Abbruch when the goals were reached', () => {
    expect(werte(nurGrund('X5'), 'erreicht').abbruch).toBe(false);
  });
  it('X10 is never a success, X13 only with the Handlungsbedarf, whatever the office configured', () => {
    const policy = { ...STANDARD, 'POL-ERFOLG': ['X10', 'X13', 'X3'] as const };
    const erfolgBei = (grund: Abgangsgrund): boolean =>
      wertung({ angaben: nurGrund(grund), zielerreichung: null, massgeblicherBedarfReduziert: false }, policy)
        .erfolgreich;
    expect([erfolgBei('X10'), erfolgBei('X13'), erfolgBei('X3'), erfolgBei('X1')]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
  it('X13 of a Standortgespräch counts by the file at the Fallabgang', () => {
    const rueckgabe = befehl('standortgespraech_fuehren', AM, { ergebnis: 'rueckgabe_an_pap' });
    const werdegang = danach(FAELLE.standort_faellig(), rueckgabe);
    const person = { ...GEEIGNET, profilAngepasstAm: '2026-11-24', massgeblicherBedarfReduziert: true };
    const { fall } = danach(werdegang, befehl('fallabgang_dokumentieren', AM, { person }));
    expect(fall).toMatchObject({ zustand: 'beendet', fallabgang: { grund: 'X13', erfolgreich: true } });
  });
});

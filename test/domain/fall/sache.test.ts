import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import type { Bedarfsstand } from '../../../domain/fall/befehle/kopf.ts';
import { fallblatt } from '../../../domain/fall/fallblatt.ts';
import { vorgaben } from '../../../tools/simulation/vorgaben.ts';
import {
  antwort,
  befehl,
  BIS_FALLZUGANG,
  danach,
  nach,
  ohneText,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { ERBRINGER } from '../../../tools/simulation/leistungsvorgaben.ts';
import { GRUENDUNG, GRUENDUNG_01 } from '../../../tools/simulation/vorgaben.ts';

const NACHEINANDER = [GRUENDUNG_01, GRUENDUNG];
const [ERSTER, ZWEITER, DRITTER] = vorgaben('2025-01-07T09:00:00Z').teilziel_setzen.bedarfe;
const { angaben } = vorgaben('2025-01-10T09:00:00Z').vereinbarung_abschliessen;
if (!ERSTER || !ZWEITER || !DRITTER || !angaben) throw new Error('Vorgaben ohne Handlungsbedarfe');
const ALLE = [ERSTER, ZWEITER, DRITTER];

/** The same commands on a case that began under the first Regelwerk and on one of today. */
function beide(...befehle: Befehl[]): readonly Werdegang[] {
  return NACHEINANDER.map((gruendung) =>
    nach(befehl('vormerken', '2024-11-04T09:00', { gruendung }), ...BIS_FALLZUGANG.slice(1), ...befehle),
  );
}
const antworten = (faelle: readonly Werdegang[], einer: Befehl): string[] =>
  faelle.map(({ fall }) => antwort(fall, einer));
const mit = (geaendert: Bedarfsstand): Bedarfsstand[] =>
  ALLE.map((b) => (b.id === geaendert.id ? geaendert : b));

const ASSESSMENT = befehl('assessment_beginnen', '2025-01-07T09:00');
const VEREINBARUNG = befehl('vereinbarung_abschliessen', '2025-01-10T09:00');

describe('Regeln sehen ab Regelwerk 2 auf die Sache; wer vorher begann, behält seine (11.5)', () => {
  it('V-16: vor dem Gespräch ergab sich noch kein Grund', () => {
    const imZugang = NACHEINANDER.map((gruendung) =>
      nach(befehl('vormerken', '2024-11-04T09:00', { gruendung }), ...BIS_FALLZUGANG.slice(1, -1)),
    );
    const am = BIS_FALLZUGANG.at(-1)?.ereignisAm ?? '';
    const weist = (besprochenAm: string): Befehl =>
      befehl('zugang_entscheiden', `${am}T09:00`, { ergebnis: 'abweisung', besprochenAm });
    expect(antworten(imZugang, weist('2024-11-04'))).toEqual(['ok', 'V-16']);
    expect(antworten(imZugang, weist(am))).toEqual(['ok', 'ok']);
  });

  it('V-37: eine gemeinsame Durchsicht bestätigt nur eine Fassung, die noch alles enthält', () => {
    const vereinbart = beide(VEREINBARUNG);
    const sehtDurch = (bedarfe: readonly Bedarfsstand[]): Befehl =>
      befehl('vereinbarung_fortschreiben', '2025-03-07T09:00', { anpassung: null, bedarfe });
    expect(antworten(vereinbart, sehtDurch(ALLE))).toEqual(['ok', 'ok']);
    const neuInArbeit = mit({ id: ZWEITER.id, status: 'in_bearbeitung' });
    expect(antworten(vereinbart, sehtDurch(neuInArbeit))).toEqual(['ok', 'V-37']);
  });

  it.each(['abgebaut', 'verworfen'] as const)('V-37: was %s ist, gehört nicht mehr hinein', (status) => {
    const einer = befehl('vereinbarung_abschliessen', '2025-01-10T09:00', {
      angaben: { ...angaben, handlungsbedarfe: [ERSTER.id, DRITTER.id] },
      bedarfe: mit({ id: DRITTER.id, status }),
    });
    expect(antworten(beide(), einer)).toEqual(['ok', 'V-37']);
  });

  it('V-38, V-66: ein verfehltes Ziel ist keines, ein zweites offenes desselben Bedarfs schon', () => {
    const verfehlt = befehl('teilziel_stand_festhalten', '2025-02-07T09:00', {
      teilziel: 1,
      status: 'nicht_erreicht',
    });
    const quote = (faelle: readonly Werdegang[]): unknown[] =>
      faelle
        .map((w) => danach(w, befehl('integrationsplan_aufstellen', '2025-02-10T09:00')))
        .map(({ ereignisse }) => ereignisse.find(({ art }) => art === 'integrationsplan_aufgestellt'));
    const ziel = befehl('teilziel_setzen', '2025-01-07T10:00');
    const eines = beide(ASSESSMENT, ziel, verfehlt);
    expect(quote(eines)).toMatchObject([{ problemeMitZiel: 1 }, { problemeMitZiel: 0 }]);
    const zwei = beide(ASSESSMENT, ziel, befehl('teilziel_setzen', '2025-01-08T10:00'), verfehlt);
    expect(quote(zwei)).toMatchObject([{ problemeMitZiel: 1 }, { problemeMitZiel: 1 }]);
    const luecken = eines.map((w) => fallblatt({ ...w, bedarfe: ALLE, heute: '2025-02-10' }).unvollstaendig);
    const jeweils = [2, 3].map((n) => ({
      regel: 'V-66',
      was: `Teilziel zu ${String(n)} von 3 Handlungsbedarfen`,
    }));
    for (const [n, luecke] of jeweils.entries()) expect(luecken[n]).toContainEqual(luecke);
  });

  it('V-40: jeder Handlungsbedarf hat einen Platz in der Reihenfolge, nicht zwei', () => {
    const plane = (reihenfolge: readonly string[]): Befehl =>
      befehl('integrationsplan_aufstellen', '2025-01-08T09:00', { reihenfolge });
    const faelle = beide(ASSESSMENT);
    expect(antworten(faelle, plane([ERSTER.id, ZWEITER.id, ERSTER.id]))).toEqual(['ok', 'V-40']);
    expect(antworten(faelle, plane([ERSTER.id, ZWEITER.id]))).toEqual(['ok', 'ok']);
  });

  it('V-44: ein Haken sagt nicht, welche vorrangigen Leistungen geprüft sind', () => {
    const faelle = beide(VEREINBARUNG);
    const voll = befehl('leistung_zuweisen', '2025-01-20T09:00');
    expect(antworten(faelle, ohneText(voll, 'vorrangpruefung'))).toEqual(['ok', 'V-44']);
    expect(antworten(faelle, { ...voll, vorrangGeprueft: false })).toEqual(['V-44', 'ok']);
  });

  it('V-51: eine neue Fassung, eine Verabredung über Rückmeldungen, eine Entbindung, die sie umfasst', () => {
    const faelle = beide(
      befehl('vereinbarung_abschliessen', '2024-12-10T09:00'),
      befehl('vereinbarung_fortschreiben', '2025-01-10T09:00', { anpassung: null }),
    );
    const einbeziehen = (anders: object): Befehl =>
      befehl('leistung_einbeziehen', '2025-01-20T09:00', { seit: '2024-12-10', ...anders });
    const formlos = { id: ERBRINGER, aktiv: true, grundlage: 'formlos', wartezeitTage: null } as const;
    expect(antworten(faelle, einbeziehen({}))).toEqual(['ok', 'ok']);
    expect(antworten(faelle, einbeziehen({ seit: '2024-12-20' }))).toEqual(['ok', 'V-51']);
    expect(antworten(faelle, einbeziehen({ gedeckt: false }))).toEqual(['ok', 'V-51']);
    expect(antworten(faelle, einbeziehen({ erbringer: formlos }))).toEqual(['ok', 'V-51']);
    const verabredet = { erbringer: formlos, rueckmeldungVereinbartAm: '2025-01-15' };
    expect(antworten(faelle, einbeziehen(verabredet))).toEqual(['ok', 'ok']);
  });

  it.each([
    { beginn: 'X8', womit: 'fallbesprechung_fuehren', grund: 'X3', fehlt: true },
    { beginn: 'X8', womit: 'fallbesprechung_fuehren', grund: 'X12', fehlt: false },
    { beginn: 'X2', womit: 'rueckgabegespraech_fuehren', grund: 'X3', fehlt: false },
  ] as const)(
    'V-60: nach $beginn und $womit endet der Fall mit $grund',
    ({ beginn, womit, grund, fehlt }) => {
      const angabe = { grund: beginn, kriterienEntfallen: false, ohneFmMoeglich: false };
      const faelle = beide(
        befehl('abgang_einleiten', '2025-02-03T09:00', { abgang: angabe }),
        befehl('aufnehmende_stelle_klaeren', '2025-02-04T09:00'),
        befehl(womit, '2025-02-05T09:00'),
        ohneText(
          befehl('fallabgang_dokumentieren', '2025-02-06T09:00', { abgang: { ...angabe, grund } }),
          'verzichtRueckgabe',
        ),
      );
      const warnungen = faelle.map(
        ({ ereignisse }) => ereignisse.find(({ art }) => art === 'fallabgang_dokumentiert')?.warnungen ?? [],
      );
      expect(warnungen.map((w) => w.includes('V-60'))).toEqual([false, fehlt]);
    },
  );
});

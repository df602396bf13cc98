import { describe, expect, it } from 'vitest';
import { fallblatt, fehlendeSchritte } from '../../../domain/fall/fallblatt.ts';
import { protokollAus } from '../../../domain/fall/protokoll.ts';
import { BEFEHLSRECHTE, type Sachbefehl } from '../../../domain/rollen/befehlsrechte.ts';
import { eroeffnet } from '../../../domain/fall/befehle.ts';
import { befehl, BIS_FALLZUGANG, danach, nach, ohneText } from '../../../tools/simulation/bauen.ts';
import { ANFAENGE, ANFAENGE_ALLE } from '../../../tools/simulation/anfaenge.ts';
import { vorgaben } from '../../../tools/simulation/vorgaben.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';

const { bedarfe } = vorgaben('2025-01-07T09:00:00Z').teilziel_setzen;
const begonnen = nach(...BIS_FALLZUGANG);

describe('das Fallblatt (V-66)', () => {
  it('ordnet nach der Reihenfolge und zeigt, was vereinbart ist', () => {
    const [erster, zweiter] = bedarfe.map(({ id }) => id);
    const werdegang = danach(
      begonnen,
      befehl('assessment_beginnen', '2025-01-07T09:00'),
      befehl('teilziel_setzen', '2025-01-07T09:10'),
      befehl('integrationsplan_aufstellen', '2025-01-07T09:20', {
        reihenfolge: [zweiter ?? '', erster ?? ''],
      }),
      befehl('vereinbarung_abschliessen', '2025-01-07T09:30'),
    );
    const blatt = fallblatt({ ...werdegang, bedarfe, heute: '2025-01-08' });
    expect(blatt.handlungsbedarfe.map(({ id, rang, inVereinbarung }) => [id, rang, inVereinbarung])).toEqual([
      [zweiter, 1, false],
      [erster, 2, true],
      [bedarfe[2]?.id, null, false],
    ]);
    expect(blatt.teilziele).toMatchObject([{ nummer: 1, wer: 'kunde', status: 'offen', angepasst: false }]);
    expect(blatt.vereinbarung).toMatchObject({ typ: 'kooperationsplan', fassung: 1, seit: '2025-01-07' });
  });

  it('nennt eine abgelaufene Vereinbarung und ein neues Ziel ohne Stand', () => {
    const werdegang = danach(
      begonnen,
      befehl('assessment_beginnen', '2025-01-07T09:00'),
      befehl('teilziel_setzen', '2025-01-07T09:10'),
      befehl('teilziel_anpassen', '2025-02-03T09:00', { bisWann: '2025-03-03' }),
      befehl('vereinbarung_abschliessen', '2025-02-03T09:30'),
    );
    const blatt = fallblatt({ ...werdegang, bedarfe, heute: '2025-08-04' });
    expect(blatt.teilziele).toMatchObject([{ bisWann: '2025-03-03', angepasst: true }]);
    expect(blatt.teilziele[0]?.dokumente).toHaveLength(2);
    const was = blatt.unvollstaendig.filter(({ regel }) => regel === 'V-66').map((l) => l.was);
    expect(was).toEqual([
      'Reihenfolge der Handlungsbedarfe',
      'Teilziel zu 2 von 3 Handlungsbedarfen',
      'Zwischenstand zu 1 überfälligen Teilzielen',
      'gültige Vereinbarung: Die letzte ist abgelaufen',
    ]);
  });

  it('ein Fall vor dem Fallzugang hat noch nichts vorzuweisen und nichts nachzuholen', () => {
    const werdegang = nach(...BIS_FALLZUGANG.slice(0, 3));
    const blatt = fallblatt({ ...werdegang, bedarfe: [], heute: '2024-11-20' });
    expect(blatt).toMatchObject({ phasen: [], teilziele: [], vereinbarung: null });
    expect(fehlendeSchritte(werdegang.fall, werdegang.ereignisse)).toEqual([]);
  });
});

describe('das Protokoll des Assessments (E16)', () => {
  it('führt Reaktionen und Berichtigungen beim Eintrag, die letzte Reaktion gilt', () => {
    const werdegang = danach(
      begonnen,
      befehl('assessment_beginnen', '2025-01-07T09:00'),
      befehl('assessment_eintrag_erfassen', '2025-01-07T09:10'),
      befehl('assessment_reaktion_erfassen', '2025-01-08T09:00', { reaktion: 'ergaenzt' }),
      befehl('assessment_reaktion_erfassen', '2025-01-09T09:00', { reaktion: 'verworfen' }),
      befehl('assessment_abschliessen', '2025-01-10T09:00'),
      befehl('assessment_beginnen', '2025-02-10T09:00'),
      befehl('assessment_eintrag_erfassen', '2025-02-10T09:10'),
    );
    const { fassungen, eintraege } = protokollAus(werdegang.ereignisse);
    expect(fassungen).toMatchObject([
      { fassung: 1, begonnenAm: '2025-01-07', abgeschlossenAm: '2025-01-10', unterrichtetAm: '2025-01-10' },
      { fassung: 2, begonnenAm: '2025-02-10', abgeschlossenAm: null },
    ]);
    expect(eintraege).toMatchObject([
      { nummer: 1, fassung: 1, reaktion: 'verworfen', loeschenSpaetestens: '2030-01-07' },
      { nummer: 2, fassung: 2, reaktion: 'offen' },
    ]);
    expect(eintraege[0]?.dokumente).toHaveLength(3);
  });
});

/** What the clerk of a command did must be found in the record, whichever case it came to. */
describe('V-67: jeder Schritt von der Vormerkung bis zum Fallabgang steht in der Aufzeichnung', () => {
  const namen = Object.keys(BEFEHLSRECHTE) as Sachbefehl[];
  const AM = '2027-02-01T09:00';

  it('jeder angenommene Befehl zeichnet ein Ereignis auf: wer, wann, mit jedem seiner Texte', () => {
    const gelungen = new Set<Sachbefehl>();
    for (const anfang of ANFAENGE_ALLE) {
      const { fall } = ANFAENGE[anfang]();
      for (const name of namen.filter((n) => !eroeffnet(n))) {
        const einer = befehl(name, AM);
        const ergebnis = fuehreAus(fall, einer);
        if (!ergebnis.ok) continue;
        gelungen.add(name);
        const eigene = ergebnis.ereignisse.filter(({ akteur }) => akteur === einer.akteur.id);
        const texte = new Set(eigene.flatMap(({ dokumente }) => dokumente.map(({ id }) => id)));
        expect(
          eigene.some(({ ereignisAm }) => ereignisAm === einer.ereignisAm),
          name,
        ).toBe(true);
        for (const text of Object.values(einer.texte)) expect(texte, name).toContain(text?.dokument);
      }
    }
    // The others have tests of their own with the case they need; most steps must be reached from here.
    expect(gelungen.size).toBeGreaterThan(40);
  });

  it('ein Fall ohne Beratung und Planung nennt jeden Schritt, der fehlt, und keinen, der da ist', () => {
    const was = (werdegang: typeof begonnen): string[] =>
      fehlendeSchritte(werdegang.fall, werdegang.ereignisse).map((l) => l.was);
    expect(was(begonnen)).toEqual([
      'Erstgespräch (TR20)',
      'Arbeitsbündnis (TR21, TR22)',
      'Assessment (TR23)',
      'Integrationsplan (TR26)',
      'Vereinbarung (TR27, TR28)',
    ]);
    const ganz = danach(
      begonnen,
      befehl('erstgespraech_fuehren', '2024-11-25T09:00'),
      befehl('arbeitsbuendnis_scheitern', '2025-01-07T09:00'),
      befehl('arbeitsbuendnis_schliessen', '2025-01-14T09:00'),
      befehl('assessment_beginnen', '2025-01-14T09:10'),
      befehl('integrationsplan_aufstellen', '2025-01-14T09:20'),
      befehl('vereinbarung_scheitern', '2025-01-14T09:30'),
    );
    expect(was(ganz)).toEqual([]);
    const knapp = danach(
      begonnen,
      befehl('erstgespraech_fuehren', '2024-11-25T09:00', { aufgeklaert: false }),
    );
    expect(was(knapp)[0]).toBe('Dauer des Erstgesprächs oder Aufklärung in ihm (E14)');
  });

  it('ein Befehl ohne seine Worte wird nicht aufgezeichnet', () => {
    expect(fuehreAus(begonnen.fall, ohneText(befehl('vereinbarung_scheitern', AM), 'grund')).ok).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { aufHeutigenStand } from '../../../domain/fall/altstand.ts';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { OHNE_BERATUNG } from '../../../domain/fall/beratung.ts';
import type { BestehenderFall } from '../../../domain/fall/fall.ts';
import { antwort, befehl, BIS_FALLZUGANG, danach, nach } from '../../../tools/simulation/bauen.ts';
import { EXTERN, vorgaben } from '../../../tools/simulation/vorgaben.ts';

const begonnen = nach(...BIS_FALLZUGANG);
const imAssessment = danach(begonnen, befehl('assessment_beginnen', '2025-01-07T09:00'));
const { angaben, bedarfe = [] } = vorgaben('2025-01-07T09:00:00Z').vereinbarung_abschliessen;
if (angaben === undefined) throw new Error('Vorgaben ohne Vereinbarung');

/** The planning of a case, for looking at. */
function planung({ fall }: { fall: BestehenderFall }) {
  if (!('begleitung' in fall)) throw new Error('nicht in Begleitung');
  return fall.begleitung.planung;
}

describe('Befehle, wie 0.1 sie aufgezeichnet hat, gelten weiter', () => {
  const alt = (name: 'integrationsplan_aufstellen' | 'vereinbarung_abschliessen', feld: string): Befehl => {
    const { befehlId, at, akteur, ereignisAm, begruendungen, zeilenversionen } = befehl(
      name,
      '2025-01-07T09:00',
    );
    const texte = { [feld]: { dokument: 'd', zeichen: 10, nurVorlage: false } };
    return { befehlId, at, akteur, ereignisAm, begruendungen, zeilenversionen, texte, befehl: name };
  };

  it('Integrationsplan und Vereinbarung mit einem einzigen Text', () => {
    const werdegang = danach(
      begonnen,
      alt('integrationsplan_aufstellen', 'ziele'),
      alt('vereinbarung_abschliessen', 'inhalt'),
    );
    expect(planung(werdegang)).toMatchObject({ plan: { reihenfolge: [] }, vereinbarung: null });
    expect(antwort(begonnen.fall, alt('integrationsplan_aufstellen', 'x'))).toBe('TR26');
    expect(antwort(begonnen.fall, alt('vereinbarung_abschliessen', 'x'))).toBe('TR27');
  });

  it('ein Stand ohne Beratung bekommt eine leere', () => {
    const { fall } = begonnen;
    if (!('begleitung' in fall)) throw new Error('nicht in Begleitung');
    const vonDamals = Object.entries(fall.begleitung).filter(([feld]) => !(feld in OHNE_BERATUNG));
    const rest = Object.fromEntries(vonDamals);
    const geladen = aufHeutigenStand({ ...fall, begleitung: rest } as unknown as BestehenderFall);
    expect(geladen).toMatchObject({ begleitung: OHNE_BERATUNG });
  });
});

describe('Arbeitsbündnis (E15)', () => {
  it('was nicht mehr trägt, ist beendet; was nie trug, kam nicht zustande', () => {
    const gescheitert = danach(begonnen, befehl('arbeitsbuendnis_scheitern', '2025-01-07T09:00'));
    const beendet = danach(
      gescheitert,
      befehl('arbeitsbuendnis_schliessen', '2025-01-08T09:00'),
      befehl('arbeitsbuendnis_scheitern', '2025-01-09T09:00'),
    );
    expect(gescheitert.fall).toMatchObject({ begleitung: { arbeitsbuendnis: { stand: 'nicht_zustande' } } });
    expect(beendet.fall).toMatchObject({ begleitung: { arbeitsbuendnis: { stand: 'beendet' } } });
  });
});

describe('Mögliche Rechtsfolgen vor dem Arbeitsbündnis (V-84, TR63)', () => {
  const benannt = danach(begonnen, befehl('rechtsfolgen_benennen', '2025-01-07T09:00'));
  const schliesse = (am: string): Befehl => befehl('arbeitsbuendnis_schliessen', am);

  it('gefragt wird nur ab Regelwerk 2 und nur, solange sie nicht genannt sind', () => {
    expect(danach(begonnen, schliesse('2025-01-07T09:00')).fall.hinweise).toContain('V-84');
    expect(danach(benannt, schliesse('2025-01-07T10:00')).fall.hinweise).not.toContain('V-84');
    const { fall } = begonnen;
    const von01 = { ...begonnen, fall: { ...fall, regelwerk: 1 } };
    expect(danach(von01, schliesse('2025-01-07T09:00')).fall.hinweise).not.toContain('V-84');
  });

  it('das erste Mal zählt, auch wenn es später eingetragen wird', () => {
    const nachgetragen = danach(
      benannt,
      befehl('rechtsfolgen_benennen', '2025-01-08T09:00', { ereignisAm: '2025-01-06' }),
      befehl('rechtsfolgen_benennen', '2025-01-09T09:00'),
    );
    expect(nachgetragen.fall).toMatchObject({ weg: { rechtsfolgenBenannt: { am: '2025-01-06' } } });
  });
});

describe('Assessment (TR23)', () => {
  it('V-25: die Freiwilligkeit wird nicht nachträglich erklärt', () => {
    const spaet = befehl('assessment_beginnen', '2025-01-07T09:00', {
      ereignisAm: '2025-01-06',
      freiwilligkeitErklaertAm: '2025-01-07',
    });
    expect(antwort(begonnen.fall, spaet)).toBe('V-25');
    const eintrag = befehl('assessment_eintrag_erfassen', '2025-01-08T09:00', { ereignisAm: '2025-01-06' });
    expect(antwort(imAssessment.fall, eintrag)).toBe('V-25');
  });

  it.each([
    ['2025-01-06', 'V-26'],
    ['2025-01-07', 'ok'],
    ['2025-01-09', 'V-26'],
  ])('V-26: unterrichtet am %s ergibt %s', (unterrichtetAm, erwartet) => {
    const einer = befehl('assessment_abschliessen', '2025-01-10T09:00', {
      ereignisAm: '2025-01-08',
      unterrichtetAm,
    });
    expect(antwort(imAssessment.fall, einer)).toBe(erwartet);
  });

  it.each([
    ['2025-01-07', 'ok'],
    ['2025-01-06', 'V-33'],
    ['2030-01-07', 'ok'],
    ['2030-01-08', 'V-33'],
  ])('V-33: zu löschen am %s ergibt %s', (loeschenSpaetestens, erwartet) => {
    const einer = befehl('assessment_eintrag_erfassen', '2025-01-07T10:00', { loeschenSpaetestens });
    expect(antwort(imAssessment.fall, einer)).toBe(erwartet);
  });

  it('V-27: der Hinweis bleibt, bis die Person zu jeder Einschätzung etwas gesagt hat', () => {
    const zwei = danach(
      imAssessment,
      befehl('assessment_eintrag_erfassen', '2025-01-07T10:00'),
      befehl('assessment_eintrag_erfassen', '2025-01-07T10:10'),
    );
    const einmal = danach(zwei, befehl('assessment_reaktion_erfassen', '2025-01-08T09:00', { eintrag: 2 }));
    expect(einmal.fall.hinweise).toContain('V-27');
    const beide = danach(einmal, befehl('assessment_reaktion_erfassen', '2025-01-08T09:10', { eintrag: 1 }));
    expect(beide.fall.hinweise).not.toContain('V-27');
  });
});

describe('Vereinbarung (TR27, TR56)', () => {
  const schliesse = (am: string, anders: Partial<typeof angaben>): Befehl =>
    befehl('vereinbarung_abschliessen', am, { angaben: { ...angaben, ...anders } });

  it.each([
    ['egv', 'V-42'],
    ['kooperationsplan', 'ok'],
    ['verpflichtung_va', 'TR27'],
  ] as const)('POL-VEREINBARUNG: %s im Jahr 2025 ergibt %s', (typ, erwartet) => {
    expect(antwort(begonnen.fall, schliesse('2025-01-07T09:00', { typ }))).toBe(erwartet);
  });

  it('eine Überprüfung ohne Änderung lässt die Fassung, eine Anpassung ist die nächste', () => {
    const eine = danach(begonnen, schliesse('2025-01-07T09:00', {}));
    const geprueft = danach(
      eine,
      befehl('vereinbarung_fortschreiben', '2025-03-07T09:00', { anpassung: null }),
    );
    expect(planung(geprueft).vereinbarung).toMatchObject({ fassung: 1, am: '2025-01-07' });
    const angepasst = danach(geprueft, befehl('vereinbarung_fortschreiben', '2025-05-07T09:00'));
    expect(planung(angepasst).vereinbarung).toMatchObject({ fassung: 2, am: '2025-05-07' });
  });

  it.each([
    [{ handlungsbedarfe: [] }, 'V-37'],
    [{ handlungsbedarfe: [...bedarfe.map(({ id }) => id), 'fremd'] }, 'TR27'],
    [{ teilziele: [1] }, 'TR27'],
    [{ gueltigBis: '2025-01-06' }, 'V-39'],
    [{ rechtsfolgenErlaeutertAm: '2025-01-07' }, 'V-43'],
  ])('%j ergibt %s', (anders, erwartet) => {
    expect(antwort(begonnen.fall, schliesse('2025-01-07T09:00', anders))).toBe(erwartet);
  });

  it('V-39: ein Textbaustein ist keine individuelle Vereinbarung', () => {
    const einer = schliesse('2025-01-07T09:00', {});
    const pflichtenKunde = { dokument: 'd', zeichen: 40, nurVorlage: true };
    expect(antwort(begonnen.fall, { ...einer, texte: { ...einer.texte, pflichtenKunde } })).toBe('V-39');
  });
});

describe('Teilziele (T-17, V-36, V-52)', () => {
  const mitZiel = danach(imAssessment, befehl('teilziel_setzen', '2025-01-07T10:00'));

  it('ohne Assessment gibt es weder Plan noch Ziel (TR26)', () => {
    expect(antwort(begonnen.fall, befehl('teilziel_setzen', '2025-01-07T10:00'))).toBe('TR26');
    expect(antwort(begonnen.fall, befehl('integrationsplan_aufstellen', '2025-01-07T10:00'))).toBe('TR26');
  });

  it.each([
    [{ wer: null }, 'V-36'],
    [{ bisWann: '2025-01-06' }, 'V-36'],
    [{ handlungsbedarf: 'fremd' }, 'TR26'],
  ])('%j ergibt %s', (anders, erwartet) => {
    expect(antwort(imAssessment.fall, befehl('teilziel_setzen', '2025-01-07T10:00', anders))).toBe(erwartet);
  });

  it('der Stand merkt sich offene Ziele und die jüngsten erledigten, die Zählung geht weiter', () => {
    let werdegang = mitZiel;
    for (let n = 2; n <= 12; n += 1) {
      const tag = `2025-02-${String(n).padStart(2, '0')}T09:00`;
      werdegang = danach(
        werdegang,
        befehl('teilziel_stand_festhalten', tag, { teilziel: n - 1 }),
        befehl('teilziel_setzen', tag),
      );
    }
    const { teilziele, teilzieleGesamt, bedarfeMitZiel } = planung(werdegang);
    expect(teilzieleGesamt).toBe(12);
    expect(teilziele.map(({ nummer }) => nummer)).toEqual([8, 9, 10, 11, 12]);
    expect(bedarfeMitZiel).toHaveLength(1);
    expect(werdegang.fall.fristen.filter(({ id, ende }) => id === 'T-17' && ende === null)).toHaveLength(1);
  });

  it('V-52: mit dem Ziel endet auch der Vorschlag, es zu ändern', () => {
    const vorgeschlagen = danach(
      mitZiel,
      befehl('externes_fm_beauftragen', '2025-01-08T09:00'),
      befehl('zielaenderung_vorschlagen', '2025-01-09T09:00', { akteur: { id: EXTERN, rolle: 'fm_extern' } }),
    );
    expect(planung(vorgeschlagen).vorschlag).toMatchObject({ teilziel: 1 });
    const erreicht = danach(vorgeschlagen, befehl('teilziel_stand_festhalten', '2025-01-10T09:00'));
    expect(planung(erreicht).vorschlag).toBeNull();
    const selbst = befehl('zielaenderung_vorschlagen', '2025-01-09T09:00', {
      akteur: { id: 'fm', rolle: 'fm' },
    });
    expect(antwort(mitZiel.fall, selbst)).toBe('V-52');
  });
});

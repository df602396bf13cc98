import { describe, expect, it } from 'vitest';
import { ROLLEN } from '../../../domain/kennungen.ts';
import { pruefeFreigabe } from '../../../domain/policy/freigabe.ts';
import type { Policyaenderungen, Policywahl } from '../../../domain/policy/policy.ts';
import { pruefePolicy } from '../../../domain/policy/pruefung.ts';
import { STANDARD } from '../../../domain/policy/standard.ts';
import { vergleichePolicies } from '../../../domain/policy/vergleich.ts';
import { policyAus, STANDARDWAHL } from '../../../domain/policy/wahl.ts';

const mit = (aenderungen: Policyaenderungen): Policywahl => ({ basis: 'standard', aenderungen });
const amt = { rollen: ROLLEN };
const T07 = STANDARD['POL-FRIST']['T-07'];

describe('Prüfung einer Policy-Version (E48)', () => {
  it('findet in „standard“ nichts und in „ba-2010“ nur den Hinweis auf das fehlende Standortgespräch', () => {
    expect(pruefePolicy(STANDARDWAHL, amt)).toEqual([]);
    expect(pruefePolicy({ basis: 'ba-2010', aenderungen: {} }, amt)).toMatchObject([
      { art: 'hinweis', parameter: 'POL-HOECHSTDAUER' },
    ]);
  });

  it.each<[string, Policyaenderungen, string]>([
    ['POL-LOESCH', { 'POL-LOESCH': { start: 'erfassung', monate: 61 } }, 'spätestens fünf Jahre'],
    ['POL-FEIERTAGE', { 'POL-FEIERTAGE': { land: 'BY' } }, 'kann hier nicht geändert werden'],
    ['POL-REVIEW', { 'POL-REVIEW': { art: 'fix_mit_fenster', tage: 170 } }, 'Fenster'],
    ['POL-KOMPLEX', { 'POL-KOMPLEX': [], 'POL-PROFIL-QUELLE': 'profillage' }, 'niemand'],
    ['POL-HB', { 'POL-HB': { gruppen: [], min: 3 } }, 'keine Schlüsselgruppe'],
    ['POL-KONTAKT', { 'POL-KONTAKT': { zaehlendeArten: [], art: 'rollierend' } }, 'keine Kontaktart'],
    ['POL-SCHLUESSEL', { 'POL-SCHLUESSEL': { soll: 75, min: 90, warnMax: 85 } }, 'Das Band ist leer'],
    ['POL-FRIST', { 'POL-FRIST': { 'T-07': { ...T07, dauer: null } } }, 'T-07 ist eingeschaltet'],
    [
      'POL-ESC',
      {
        'POL-ESC': [
          { fristen: 'alle', versatz: 2, einheit: 'tage', rolle: 'verantwortlich', stufe: 'erinnerung' },
          { fristen: 'alle', versatz: 3, einheit: 'tage', rolle: 'tl', stufe: 'ueberfaellig' },
        ],
      },
      'passt nicht zu ihrem Abstand',
    ],
  ])('%s: ein Widerspruch ist ein Fehler und verhindert die Freigabe', (parameter, aenderungen, satz) => {
    const wahl = mit(aenderungen);
    const fehler = pruefePolicy(wahl, amt).filter(({ art }) => art === 'fehler');
    expect(fehler).toMatchObject([{ parameter }]);
    expect(fehler[0]?.satz).toContain(satz);
    const entwurf = { wahl, gueltigAb: '2026-12-01', entworfenVon: 'eine', urteil: null };
    const wer = { wer: 'andere', heute: '2026-12-01', rollen: ROLLEN };
    expect(pruefeFreigabe(entwurf, wer)?.id).toBe(parameter);
  });

  it.each<[string, Policyaenderungen]>([
    ['POL-VERLAENGERUNG', { 'POL-VERLAENGERUNG': 4 }],
    ['POL-FRIST', { 'POL-FRIST': { 'T-10': { ...STANDARD['POL-FRIST']['T-10'], aktiv: false } } }],
    ['POL-ROLL', { 'POL-ROLL': { 'T-08': false } }],
    ['POL-ESC', { 'POL-ESC': [] }],
    ['POL-ERFOLG', { 'POL-ERFOLG': [] }],
    ['POL-KORREKTUR', { 'POL-KORREKTUR': { umkehr: 0, nachtrag: 3 } }],
  ])('%s: Ungewöhnliches ist ein Hinweis', (parameter, aenderungen) => {
    expect(pruefePolicy(mit(aenderungen), amt)).toMatchObject([{ art: 'hinweis', parameter }]);
  });

  it('eine Stufe an eine Rolle, die niemand hat, und eine Freigabe ohne Teamleitung', () => {
    const ohne = { rollen: ROLLEN.filter((rolle) => rolle !== 'tl') };
    const parameter = new Set(pruefePolicy(STANDARDWAHL, ohne).map((b) => b.parameter));
    expect(parameter).toEqual(new Set(['POL-ABWEICHUNG', 'POL-ESC']));
  });
});

describe('Freigabe durch eine zweite Person (E48)', () => {
  const entwurf = { wahl: STANDARDWAHL, gueltigAb: '2026-12-01', entworfenVon: 'eine', urteil: null };
  const wer = { wer: 'andere', heute: '2026-12-01', rollen: ROLLEN };

  it('geht nur einmal, nicht durch die entwerfende Person und nicht für vergangene Tage', () => {
    expect(pruefeFreigabe(entwurf, wer)).toBeNull();
    expect(pruefeFreigabe(entwurf, { ...wer, wer: 'eine' })).toMatchObject({ id: 'E48', art: 'regel' });
    expect(pruefeFreigabe(entwurf, { ...wer, heute: '2026-12-02' })).toMatchObject({
      id: 'E48',
      art: 'regel',
    });
    expect(pruefeFreigabe({ ...entwurf, urteil: 'freigegeben' }, wer)).toMatchObject({
      id: 'E48',
      art: 'zustand',
    });
  });
});

describe('eingebaute Versionen', () => {
  it('„ba-2010“ unterscheidet sich, wo die Quellen es tun, und nirgends sonst', () => {
    const unterschiede = vergleichePolicies({ basis: 'ba-2010', aenderungen: {} }, STANDARDWAHL);
    expect(unterschiede.map(({ parameter }) => parameter)).toEqual([
      'POL-ABWEICHUNG',
      'POL-ALTER',
      'POL-FRIST T-03',
      'POL-FRIST T-06',
      'POL-FRIST T-09',
      'POL-FRIST T-10',
      'POL-FRIST T-11',
      'POL-PROFIL-QUELLE',
    ]);
  });

  it('eine Version aus einer Zeit mit weniger Fristen bekommt die neuen aus ihrer Basis', () => {
    const { 'POL-FRIST': fristen } = policyAus(
      mit({ 'POL-FRIST': { 'T-03': { aktiv: false, dauer: null } } }),
    );
    expect(fristen['T-03'].aktiv).toBe(false);
    expect(fristen['T-07']).toEqual(STANDARD['POL-FRIST']['T-07']);
  });
});

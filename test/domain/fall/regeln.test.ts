import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
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
import { PAP } from '../../../tools/simulation/vorgaben.ts';
import { GEEIGNET } from '../../../tools/probehaus/befehle.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const pruefung = FAELLE.zugangspruefung().fall;
const entscheiden = (anders: object = {}): Befehl => befehl('zugang_entscheiden', '2024-11-25T09:00', anders);
const text = (zeichen: number, nurVorlage = false): object => ({ dokument: 'd', zeichen, nurVorlage });

/** Warnings of the first event, with those that wait for a reason. */
function hinweise(fall: Parameters<typeof fuehreAus>[0], einer: Befehl): { alle: string[]; offen: string[] } {
  const ergebnis = fuehreAus(fall, einer);
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  const [erstes] = ergebnis.ereignisse;
  return { alle: [...(erstes?.warnungen ?? [])], offen: [...(erstes?.offeneHinweise ?? [])] };
}

describe('access', () => {
  const vormerken = (person: object): string =>
    antwort(NEU, befehl('vormerken', '2024-11-12T09:00', { person: { ...GEEIGNET, ...person } }));

  it('V-01 asks for erwerbsfähig and SGB II', () => {
    expect([
      vormerken({ erwerbsfaehig: false }),
      vormerken({ rechtskreisSgb2: false }),
      vormerken({}),
    ]).toEqual(['V-01', 'V-01', 'ok']);
  });
  it('V-02 refuses somebody under 25', () => {
    expect(vormerken({ ue25: false })).toBe('V-02');
  });
  it('TR03 refuses a Vormerkung of more than a year ago: such a case is taken over with its history', () => {
    const vom = (ereignisAm: string): string =>
      antwort(NEU, { ...befehl('vormerken', '2024-11-12T09:00'), ereignisAm });
    expect([vom('2023-11-11'), vom('2023-11-12')]).toEqual(['TR03', 'ok']);
  });
  it('V-17 refuses a second open case', () => {
    expect(vormerken({ andererOffenerFall: true })).toBe('V-17');
  });
  it('TR03 asks for a Profiling', () => {
    expect(vormerken({ profilVorhanden: false })).toBe('TR03');
  });
  it('V-01 holds again at the decision', () => {
    expect(antwort(pruefung, entscheiden({ person: { ...GEEIGNET, erwerbsfaehig: false } }))).toBe('V-01');
  });

  it.each([
    ['two Handlungsbedarfe', { zaehlendeHandlungsbedarfe: 2 }, 'V-03'],
    ['no complex profile', { komplex: false }, 'V-03'],
    ['all there', {}, 'ok'],
  ])('V-03 %s', (_, person, erwartet) => {
    expect(antwort(pruefung, entscheiden({ person: { ...GEEIGNET, ...person } }))).toBe(erwartet);
  });

  it.each(['nein', 'unklar'])('V-05 criterion B %s is no access', (kriteriumB) => {
    expect(antwort(pruefung, entscheiden({ kriteriumB }))).toBe('V-05');
  });

  it.each([
    ['missing', undefined],
    ['too short', text(19)],
    ['a template only', text(60, true)],
  ])('V-06 the reasoning of criterion B is %s', (_, kriteriumBBegruendung) => {
    const texte = kriteriumBBegruendung === undefined ? {} : { kriteriumBBegruendung };
    expect(antwort(pruefung, entscheiden({ texte }))).toBe('V-06');
    expect(antwort(pruefung, entscheiden({ texte, ergebnis: 'abweisung', besprochenAm: '2024-11-25' }))).toBe(
      'V-06',
    );
  });

  it.each(['pap', 'tl'] as const)('V-07 the %s does not decide', (rolle) => {
    expect(antwort(pruefung, entscheiden({ akteur: { id: PAP, rolle } }))).toBe('V-07');
  });

  it('V-10 a refusal needs the decisive reasons, also when both criteria hold', () => {
    const ohne = entscheiden({ ergebnis: 'abweisung', besprochenAm: '2024-11-25' });
    expect(antwort(pruefung, ohneText(ohne, 'begruendung'))).toBe('V-10');
    expect(antwort(pruefung, ohne)).toBe('ok');
  });

  it('V-16 the reasons are discussed before the refusal', () => {
    expect(antwort(pruefung, entscheiden({ ergebnis: 'abweisung' }))).toBe('V-16');
    const danachErst = entscheiden({
      ergebnis: 'abweisung',
      ereignisAm: '2024-11-22',
      besprochenAm: '2024-11-25',
    });
    expect(antwort(pruefung, danachErst)).toBe('V-16');
  });

  it('V-12 informs and asks for no reason', () => {
    const einer = befehl('vormerken', '2024-11-12T09:00', { adressatErsetzt: true });
    expect(hinweise(NEU, einer)).toEqual({ alle: ['V-12'], offen: [] });
  });

  const terminiert = (erlaeutertAm: string | null): ReturnType<typeof nach>['fall'] =>
    nach(befehl('vormerken', '2024-11-12T09:00', { erlaeutertAm }), ...BIS_FALLZUGANG.slice(1, 3)).fall;

  it('V-13 warns when the reasons were never discussed with the person', () => {
    const gespraech = befehl('uebernahmegespraech_fuehren', '2024-11-22T10:00');
    expect(hinweise(terminiert(null), gespraech)).toEqual({ alle: ['V-13'], offen: ['V-13'] });
    expect(hinweise(terminiert('2024-11-12'), gespraech)).toEqual({ alle: [], offen: [] });
  });

  it('V-14 warns without three parties and is content with a reason', () => {
    const zuZweit = { teilnehmer: ['bewerber', 'fm'] as const };
    const ohne = befehl('uebernahmegespraech_fuehren', '2024-11-22T10:00', zuZweit);
    const mit = { ...ohne, begruendungen: { 'V-14': { dokument: 'd', zeichen: 5, nurVorlage: false } } };
    expect(hinweise(terminiert('2024-11-12'), ohne).offen).toEqual(['V-14']);
    expect(hinweise(terminiert('2024-11-12'), mit)).toEqual({ alle: ['V-14'], offen: [] });
  });

  it('V-15 warns when the person never met the Fallmanager', () => {
    const ohnePerson = befehl('uebernahmegespraech_fuehren', '2024-11-22T10:00', {
      teilnehmer: ['pap', 'fm'],
    });
    const { fall } = nach(...BIS_FALLZUGANG.slice(0, 3), ohnePerson);
    expect(hinweise(fall, entscheiden()).alle).toEqual(['V-15']);
    expect(hinweise(fall, entscheiden({ fmVorgestelltAm: '2024-11-25' })).alle).toEqual([]);
  });
});

describe('running and exit', () => {
  const aktiv = FAELLE.aktiv().fall;
  const faellig = FAELLE.standort_faellig().fall;
  const verlaengert = FAELLE.aktiv_verlaengert().fall;
  const abgehend = FAELLE.abgang_eingeleitet().fall;
  const AM = '2026-11-24T09:00';

  it.each(['gruende', 'prognose'])('V-54 a review without %s', (feld) => {
    expect(antwort(aktiv, ohneText(befehl('ueberpruefen', '2026-11-21T09:00'), feld))).toBe('V-54');
  });

  it.each(['sichtFm', 'sichtBewerber', 'begruendung24MonatePlus'])('V-55 a Verbleib without %s', (feld) => {
    expect(antwort(faellig, ohneText(befehl('standortgespraech_fuehren', AM), feld))).toBe('V-55');
  });

  it('V-55 every review beyond 24 months gives its own reason', () => {
    expect(antwort(verlaengert, ohneText(befehl('ueberpruefen', AM), 'grund24MonatePlus'))).toBe('V-55');
    expect(antwort(faellig, ohneText(befehl('ueberpruefen', AM), 'grund24MonatePlus'))).toBe('ok');
  });

  describe('V-56 the Standortgespräch says of each Handlungsbedarf how far it is', () => {
    const { bewertungen = [], bedarfe = [] } = befehl('standortgespraech_fuehren', AM);
    const [erster, ...andere] = bewertungen;
    const fuehre = (anders: object) => antwort(faellig, befehl('standortgespraech_fuehren', AM, anders));

    it.each(['verbleib', 'rueckgabe_an_pap'] as const)('one is missing: %s', (ergebnis) => {
      expect(fuehre({ ergebnis, bewertungen: andere })).toBe('V-56');
      expect(fuehre({ ergebnis })).toBe('ok');
    });

    it('one twice, and one the person does not have', () => {
      expect(fuehre({ bewertungen: [erster, ...bewertungen] })).toBe('V-56');
      const fremder = { handlungsbedarf: 'fremd', stand: 'offen' };
      expect(fuehre({ bewertungen: [fremder, ...bewertungen] })).toBe('V-56');
    });

    it('one abgebaut since the Fallzugang belongs there, one from before or a mistake need not', () => {
      const dritter = { id: 'dritter', status: 'abgebaut', abgebautAm: '2024-11-22' };
      expect(fuehre({ bedarfe: [...bedarfe, dritter] })).toBe('V-56');
      expect(fuehre({ bedarfe: [...bedarfe, { ...dritter, abgebautAm: '2024-11-21' }] })).toBe('ok');
      expect(fuehre({ bedarfe: [...bedarfe, { ...dritter, status: 'verworfen', abgebautAm: null }] })).toBe(
        'ok',
      );
    });

    it('a case of release 0.1 counts them until it takes over the new rules', () => {
      const frueher = { ...faellig, regelwerk: 1 };
      const wenige = befehl('standortgespraech_fuehren', AM, {
        bewertungen: [],
        handlungsbedarfeBewertet: 2,
      });
      expect(antwort(frueher, wenige)).toBe('V-56');
      expect(antwort(frueher, { ...wenige, handlungsbedarfeBewertet: 3 })).toBe('ok');
    });
  });

  it('V-57 an exit without words, at every door', () => {
    expect(antwort(aktiv, ohneText(befehl('abgang_einleiten', AM), 'begruendung'))).toBe('V-57');
    expect(antwort(aktiv, ohneText(befehl('ohne_gespraech_beenden', AM), 'begruendung'))).toBe('V-57');
    expect(antwort(abgehend, ohneText(befehl('fallabgang_dokumentieren', AM), 'begruendung'))).toBe('V-57');
    expect(antwort(aktiv, befehl('ueberpruefen', AM, { ergebnis: 'abgang_einleiten' }))).toBe('V-57');
  });

  it.each([null, '2026-11-22'])(
    'V-58 the profile was adjusted on %s, the exit decided on 2026-11-23',
    (am) => {
      const person = { ...GEEIGNET, profilAngepasstAm: am };
      expect(antwort(abgehend, befehl('fallabgang_dokumentieren', AM, { person }))).toBe('V-58');
    },
  );

  it('V-59 warns when the former pAp was passed over or the talk came first', () => {
    const dkz = befehl('aufnehmende_stelle_klaeren', AM, { weg: 'dkz_tool' });
    expect(hinweise(abgehend, dkz).alle).toEqual(['V-59']);
    const gefragt = befehl('aufnehmende_stelle_klaeren', AM, {
      weg: 'dkz_tool',
      vormaligerPapGefragtAm: '2026-11-23',
    });
    expect(hinweise(abgehend, gefragt).alle).toEqual([]);
    expect(hinweise(abgehend, befehl('rueckgabegespraech_fuehren', AM)).alle).toEqual(['V-59']);
  });

  it('V-60 warns without talk and without waiver', () => {
    const ende = befehl('fallabgang_dokumentieren', AM);
    expect(hinweise(abgehend, ohneText(ende, 'verzichtRueckgabe')).offen).toEqual(['V-60']);
    expect(hinweise(abgehend, ende).alle).toEqual([]);
    const { fall } = danach(FAELLE.abgang_eingeleitet(), befehl('rueckgabegespraech_fuehren', AM));
    expect(
      hinweise(fall, ohneText(befehl('fallabgang_dokumentieren', AM), 'verzichtRueckgabe')).alle,
    ).toEqual([]);
  });

  it.each([
    [true, false, 'V-63'],
    [false, true, 'V-63'],
    [true, true, 'ok'],
  ])(
    'V-63 X9 with criteria gone %s and possible without bFM %s: %s',
    (...[kriterienEntfallen, ohneFmMoeglich, e]) => {
      const abgang = { grund: 'X9', kriterienEntfallen, ohneFmMoeglich } as const;
      expect(antwort(aktiv, befehl('abgang_einleiten', AM, { abgang }))).toBe(e);
      expect(antwort(aktiv, befehl('ueberpruefen', AM, { ergebnis: 'abgang_einleiten', abgang }))).toBe(e);
    },
  );

  it('V-73 a Verbleib waits for the newest review whose day has passed, not for one due today', () => {
    const ohneVierte = nach(
      ...BIS_FALLZUGANG,
      befehl('ueberpruefen', '2025-05-22T09:00'),
      befehl('ueberpruefen', '2025-11-24T09:00'),
      befehl('ueberpruefen', '2026-05-22T09:00'),
    ).fall;
    expect(antwort(ohneVierte, befehl('standortgespraech_fuehren', '2026-11-23T09:00'))).toBe('ok');
    expect(antwort(ohneVierte, befehl('standortgespraech_fuehren', AM))).toBe('V-73');
    const rueckgabe = befehl('standortgespraech_fuehren', AM, { ergebnis: 'rueckgabe_an_pap' });
    expect(antwort(ohneVierte, rueckgabe)).toBe('ok');
  });
});

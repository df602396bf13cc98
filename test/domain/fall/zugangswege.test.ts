import { describe, expect, it } from 'vitest';
import { antwortAuf } from '../../../domain/fall/antwort.ts';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { fmVon, vormerkungVon, type BestehenderFall } from '../../../domain/fall/fall.ts';
import { herkunftVon, themenfrageVon } from '../../../domain/fall/herkunft.ts';
import type { Policy, Policywahl } from '../../../domain/policy/policy.ts';
import { darfLesen, fallbezugVon, type Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import { antwort, befehl, danach, nach, NEU, type Werdegang } from '../../../tools/simulation/bauen.ts';
import { AV, FM, FM_U25, GRUENDUNG, PAP } from '../../../tools/simulation/vorgaben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';
import { gesagt, hinweise, mit, person, type Anders } from './befragen.ts';

const TAG = '2024-11-12';
const jourFixe = (anders: Anders = {}): Befehl => mit('im_jour_fixe_vormerken', `${TAG}T09:00`, anders);
const u25 = (anders: Anders = {}): Befehl => mit('u25_uebergabe_anmelden', `${TAG}T09:00`, anders);

describe('every route to a Vormerkung (TR03 to TR05, TR49)', () => {
  const ROUTEN = [
    ['vormerken', 'TR03'],
    ['im_jour_fixe_vormerken', 'TR04'],
    ['u25_uebergabe_anmelden', 'TR05'],
  ] as const;

  it.each(
    ROUTEN.flatMap(([name, tr]) =>
      [
        ['V-01', person({ erwerbsfaehig: false })],
        ['V-01', person({ rechtskreisSgb2: false })],
        ['V-17', person({ andererOffenerFall: true })],
        [tr, person({ profilVorhanden: false })],
        [tr, { texte: {} }],
        ['V-74', { erlaeutertAm: '2024-11-13' }],
        [
          'TR03',
          {
            gruendung: {
              ...GRUENDUNG,
              policy: {
                basis: 'standard',
                aenderungen: { 'POL-FEIERTAGE': { land: 'BY' } },
              },
            },
          },
        ],
        ['ok', {}],
      ].map(([erwartet, anders]) => ({ name, erwartet: erwartet as string, anders: anders as Anders })),
    ),
  )('$name: $erwartet', ({ name, erwartet, anders }) => {
    expect(antwort(NEU, mit(name, `${TAG}T09:00`, anders))).toBe(erwartet);
  });

  it('V-02 somebody under 25 comes only from the FM U25, for a day from the 25th birthday on', () => {
    const jung = person({ ue25: false });
    expect(antwort(NEU, mit('vormerken', `${TAG}T09:00`, jung))).toBe('V-02');
    expect(antwort(NEU, jourFixe(jung))).toBe('V-02');
    expect(antwort(NEU, u25(jung))).toBe('ok');
    expect(antwort(NEU, u25({ ...jung, uebergabe: { am: '2025-03-11', ue25: false } }))).toBe('V-02');
  });

  it('V-02 POL-ALTER knows no age where the office wants it so, in ba-2010 from the beginning', () => {
    const ohne = { basis: 'standard', aenderungen: { 'POL-ALTER': { ab: null } } } as const;
    const im2010 = { basis: 'ba-2010', aenderungen: {} } as const;
    const jung = (policy: Policywahl, regelwerk: number): Anders => ({
      ...person({ ue25: false }),
      gruendung: { ...GRUENDUNG, policy, regelwerk },
    });
    for (const policy of [ohne, im2010]) {
      expect(antwort(NEU, mit('vormerken', `${TAG}T09:00`, jung(policy, 2)))).toBe('ok');
      expect(antwort(NEU, jourFixe(jung(policy, 2)))).toBe('ok');
      const uebergabe = { am: '2025-03-11', ue25: false };
      expect(antwort(NEU, u25({ ...jung(policy, 2), uebergabe }))).toBe('ok');
      expect(antwort(NEU, mit('vormerken', `${TAG}T09:00`, jung(policy, 1)))).toBe('V-02');
    }
  });

  it('V-02 a case begun before POL-ALTER keeps its limit until it is moved to another version', () => {
    const im2010 = { basis: 'ba-2010', aenderungen: {} } as const;
    const vorher = nach(
      mit('vormerken', `${TAG}T09:00`, { gruendung: { ...GRUENDUNG, policy: im2010, regelwerk: 1 } }),
      mit('zuordnen', '2024-11-19T09:00'),
      mit('uebernahmegespraech_vereinbaren', '2024-11-19T10:00', { termin: '2024-11-22' }),
      mit('uebernahmegespraech_fuehren', '2024-11-22T09:00'),
    );
    const entscheiden = mit('zugang_entscheiden', '2024-11-25T09:00', person({ ue25: false }));
    const umgestellt = danach(vorher, mit('regelwerk_uebernehmen', '2024-11-22T10:00', { regelwerk: 2 }));
    expect([vorher, umgestellt].map(({ fall }) => antwort(fall, entscheiden))).toEqual(['V-02', 'V-02']);
    const policy = { ...im2010, version: 'Haus' };
    const neu = danach(umgestellt, mit('policy_uebernehmen', '2024-11-22T11:00', { policy }));
    expect(antwort(neu.fall, entscheiden)).toBe('ok');
  });

  it('TR49 names itself where the person has an ended case, and counts', () => {
    const gruendung = { ...GRUENDUNG, vorgaengerFallId: 'alt', laufendeNummer: 2 };
    const wieder = mit('vormerken', `${TAG}T09:00`, { gruendung });
    const { fall, ereignisse } = nach(wieder);
    expect(ereignisse[0]).toMatchObject({ art: 'vorgemerkt', tr: 'TR49' });
    expect(antwortAuf(wieder, ereignisse, fall).fakten).toMatchObject({ laufendeNummer: 2 });
    expect([herkunftVon(fall), fall.vorgaengerFallId]).toEqual(['wiederaufnahme', 'alt']);
    expect(antwort(NEU, { ...wieder, texte: {} })).toBe('TR49');
  });

  it('remembers where the case comes from (E07)', () => {
    expect(
      [nach(befehl('vormerken', `${TAG}T09:00`)), nach(jourFixe()), nach(u25())].map((l) =>
        herkunftVon(l.fall),
      ),
    ).toEqual(['pap', 'jour_fixe_av', 'fm_u25']);
  });
});

describe('Jour-Fixe (TR04, TR08, TR09)', () => {
  const kommt = { anruf: { fm: FM, ergebnis: 'kommt_dazu' } };
  const verhindert = nach(jourFixe({ themen: ['t1'] }));
  const zuordnen = (anders: Anders = {}): Befehl =>
    mit('ohne_warme_uebergabe_zuordnen', '2024-11-13T09:00', anders);

  it('TR09 needs to know who joins, TR04 that it is a Fallmanager', () => {
    expect(antwort(NEU, jourFixe({ anruf: { fm: null, ergebnis: 'kommt_dazu' } }))).toBe('TR09');
    expect(antwort(NEU, jourFixe({ ...kommt, fmIstFallmanager: false }))).toBe('TR04');
    expect(antwort(NEU, jourFixe({ anruf: { fm: null, ergebnis: 'nicht_erreicht' } }))).toBe('ok');
  });

  it('a warm handover is one step to the Zugangsprüfung, ends T-01 and tells the Teamleitung once', () => {
    const { fall } = nach(jourFixe(kommt));
    expect(fall).toMatchObject({ zustand: 'zugangspruefung', abgebend: { rolle: 'jour_fixe_av', id: AV } });
    expect(fmVon(fall)).toBe(FM);
    expect(fall.fristen.map((f) => [f.id, f.ende])).toEqual([
      ['T-01', 'erledigt'],
      ['T-03', null],
      ['T-04', null],
    ]);
    expect(gesagt(NEU, jourFixe(kommt))).toEqual(['tl:TR09:-']);
    expect(gesagt(NEU, jourFixe())).toEqual([`fm:TR04:${FM}`, 'tl:TR04:-']);
  });

  it.each([
    ['a Vormerkung by the pAp', nach(befehl('vormerken', `${TAG}T09:00`)), 'TR08'],
    ['nobody was reached', nach(jourFixe({ anruf: { fm: null, ergebnis: 'nicht_erreicht' } })), 'TR08'],
    ['fixed appointments', verhindert, 'ok'],
  ])('TR08 after %s: %s', (_, werdegang: Werdegang, erwartet) => {
    expect(antwort(werdegang.fall, zuordnen())).toBe(erwartet);
  });

  it('TR08 asks for a Fallmanager and a day in the case, and warns of V-14 and V-70', () => {
    expect(antwort(verhindert.fall, zuordnen({ fmIstFallmanager: false }))).toBe('TR08');
    expect(antwort(verhindert.fall, zuordnen({ ereignisAm: '2024-11-11' }))).toBe('TR08');
    expect(hinweise(verhindert.fall, zuordnen())).toEqual({ alle: ['V-14'], offen: ['V-14'] });
    const voll = zuordnen({ last: { faelle: 75, soll: 75, abweichung: false } });
    expect(hinweise(verhindert.fall, voll).alle).toEqual(['V-14', 'V-70']);
    expect(gesagt(verhindert.fall, zuordnen())).toEqual([`fm:TR08:${FM}`, `jour_fixe_av:TR08:${AV}`]);
  });

  it('the answer to a Vormerkung reaches the AV who made it, and the pAp', () => {
    const beantworten = mit('vormerkung_beantworten', '2024-11-13T09:00');
    expect(gesagt(verhindert.fall, beantworten)).toEqual([`jour_fixe_av:TR03:${AV}`, `pap:TR03:${PAP}`]);
  });

  it('A-32: the themes of the talk come first exactly where nobody could be called in', () => {
    expect(themenfrageVon(verhindert.fall)).toEqual({ themen: ['t1'], nachThema: true });
    const normal = nach(jourFixe({ themen: ['t1'], anruf: { fm: null, ergebnis: 'nicht_erreicht' } }));
    expect(themenfrageVon(normal.fall)).toEqual({ themen: ['t1'], nachThema: false });
  });

  it('TR20 takes the place of the Übernahmegespräch after TR08, and only then', () => {
    const erst = mit('erstgespraech_fuehren', '2024-11-20T09:00');
    expect(antwort(FAELLE.zugeordnet().fall, erst)).toBe('TR20');
    const zugeordnet = danach(verhindert, zuordnen());
    const geprueft = danach(zugeordnet, erst).fall;
    expect(geprueft).toMatchObject({ zustand: 'zugangspruefung', weg: { uebernahmegespraech: null } });
    const frist = (id: string): unknown => geprueft.fristen.find((f) => f.id === id);
    expect(frist('T-02')).toBeUndefined();
    expect(frist('T-03')).toMatchObject({ start: '2024-11-13', ende: 'erledigt' });
    expect(frist('T-04')).toMatchObject({ start: '2024-11-20', ende: null });
    const frueher = mit('zugang_entscheiden', '2024-11-21T09:00', { ereignisAm: '2024-11-19' });
    expect(antwort(geprueft, frueher)).toBe('TR14');
    // The Erstgespräch introduced the Fallmanager (V-15).
    expect(hinweise(geprueft, mit('zugang_entscheiden', '2024-11-21T09:00')).alle).toEqual([]);
  });
});

describe('handover from U25 (TR05, TR17, TR18)', () => {
  const anmelden = (am: string, uebergabeAm: string, aenderungen: Partial<Policy> = {}): Befehl =>
    mit('u25_uebergabe_anmelden', `${am}T09:00`, {
      uebergabe: { am: uebergabeAm, ue25: true },
      gruendung: {
        ...GRUENDUNG,
        abgebend: { rolle: 'fm_u25', id: FM_U25 },
        policy: { basis: 'standard', aenderungen },
      },
    });

  it.each([
    ['2026-03-13', '2026-06-15', []],
    ['2026-03-16', '2026-06-15', ['V-19']],
    ['2028-12-01', '2029-03-01', []],
    ['2028-12-04', '2029-03-01', ['V-19']],
    ['2026-04-02', '2026-07-06', []],
    ['2026-04-07', '2026-07-06', ['V-19']],
  ])('V-19 announced on %s for %s: %j (D-44, D-45, D-47)', (...[am, uebergabeAm, erwartet]) => {
    expect(hinweise(NEU, anmelden(am, uebergabeAm))).toEqual({ alle: erwartet, offen: erwartet });
  });

  it('POL-U25 counts clear months where the office wants them (A-12)', () => {
    const befehle = (variante: Policy['POL-U25']): Befehl =>
      anmelden('2028-02-29', '2028-05-29', { 'POL-U25': variante });
    expect(hinweise(NEU, befehle('TAG_GLEICHER_ZAHL')).alle).toEqual([]);
    expect(hinweise(NEU, befehle('KLARE_MONATE')).alle).toEqual(['V-19']);
  });

  const verlegen = (am: string, uebergabeAm: string, anders: Anders = {}): Befehl =>
    mit('u25_uebergabe_verlegen', `${am}T10:00`, { uebergabe: { am: uebergabeAm, ue25: true }, ...anders });
  const verspaetet = nach(anmelden('2026-03-16', '2026-06-15'));

  it.each([
    ['2026-06-16', []],
    ['2026-06-14', ['V-19']],
    ['2026-05-29', ['V-19']],
  ])('TR62 moved to %s it is asked anew whether the FM U25 was in time: %j', (...[neu, erwartet]) => {
    const verlegt = danach(verspaetet, verlegen('2026-03-17', neu));
    expect(verlegt.fall.hinweise).toEqual(erwartet);
    expect(vormerkungVon(verlegt.fall).quelle).toEqual({ art: 'fm_u25', uebergabeAm: neu });
    const wieder = danach(verlegt, verlegen('2026-03-18', '2026-06-15'));
    expect(wieder.fall.hinweise).toEqual(['V-19']);
  });

  it('TR62 needs a reason, another day that lies ahead and is no earlier than the 25th birthday, and a case from U25', () => {
    const { fall } = verspaetet;
    expect(antwort(fall, verlegen('2026-03-17', '2026-07-15', { texte: {} }))).toBe('TR62');
    expect(antwort(fall, verlegen('2026-03-17', '2026-06-15'))).toBe('TR62');
    expect(antwort(fall, verlegen('2026-03-17', '2026-03-16'))).toBe('TR62');
    const jung = { uebergabe: { am: '2026-05-04', ue25: false } };
    expect(antwort(fall, verlegen('2026-03-17', '2026-05-04', jung))).toBe('V-02');
    const vomPap = nach(mit('vormerken', '2026-03-16T09:00'));
    expect(antwort(vomPap.fall, verlegen('2026-03-17', '2026-07-15'))).toBe('TR62');
  });

  it('TR05 a day of handover before the announcement is refused', () => {
    expect(antwort(NEU, anmelden('2026-06-16', '2026-06-15'))).toBe('TR05');
    expect(antwort(NEU, anmelden('2026-06-15', '2026-06-15'))).toBe('ok');
  });

  const terminiert = nach(
    anmelden('2026-03-13', '2026-06-15'),
    mit('zuordnen', '2026-03-17T09:00'),
    mit('uebernahmegespraech_vereinbaren', '2026-03-18T09:00', { termin: '2026-06-15' }),
  );
  const gespraech = (anders: Anders = {}): Befehl =>
    mit('uebernahmegespraech_fuehren', '2026-06-15T09:00', {
      teilnehmer: ['bewerber', 'fm_u25', 'fm'],
      ...anders,
    });

  it('A-38: the talk is at the office of the new Fallmanager, with the FM U25 in the place of the pAp (V-14)', () => {
    expect(antwort(terminiert.fall, gespraech({ imFmBuero: false }))).toBe('TR12');
    expect(hinweise(terminiert.fall, gespraech()).alle).toEqual([]);
    const ohneU25 = gespraech({ teilnehmer: ['bewerber', 'pap', 'fm'] });
    expect(hinweise(terminiert.fall, ohneU25).alle).toEqual(['V-14']);
  });

  it('T-03 counts from the planned handover, because before it the person is with the FM U25', () => {
    const t03 = (fall: BestehenderFall): unknown => fall.fristen.find((f) => f.id === 'T-03');
    expect(t03(terminiert.fall)).toMatchObject({ beginn: '2026-06-15', faellig: '2026-06-29' });
    const spaet = nach(anmelden('2026-06-15', '2026-06-15'), mit('zuordnen', '2026-06-16T09:00'));
    expect(t03(spaet.fall)).toMatchObject({ beginn: '2026-06-16', faellig: '2026-06-30' });
  });

  const geprueft = danach(terminiert, gespraech());
  const entscheiden = (anders: Anders = {}): Befehl =>
    mit('zugang_entscheiden', '2026-06-16T09:00', { besprochenAm: '2026-06-15', ...anders });

  it('the decision names TR17 or TR18 and tells the FM U25', () => {
    expect(antwort(terminiert.fall, entscheiden())).toBe('TR17');
    expect(antwort(terminiert.fall, entscheiden({ ergebnis: 'abweisung' }))).toBe('TR18');
    expect(gesagt(geprueft.fall, entscheiden())).toEqual([`fm_u25:TR17:${FM_U25}`, 'tl:TR17:-']);
    expect(gesagt(geprueft.fall, entscheiden({ ergebnis: 'abweisung' }))).toEqual([
      `fm_u25:TR18:${FM_U25}`,
      `pap:TR18:${PAP}`,
      'tl:TR18:-',
    ]);
  });

  it('R09: the FM U25 reads the own case from the announcement on, another one does not', () => {
    const wer = (id: string): Berechtigter => ({ id, rolle: 'fm_u25', teams: [], vertritt: [] });
    expect([FM_U25, FM].map((id) => darfLesen(wer(id), fallbezugVon(geprueft.fall)))).toEqual([true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { nurGrund } from '../../../domain/fall/abgangsgruende.ts';
import type { Befehl, Befehlsname } from '../../../domain/fall/befehle.ts';
import { istAbgeschlossen, nebenVon, type BestehenderFall } from '../../../domain/fall/fall.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import { evolve } from '../../../domain/fall/evolve.ts';
import { anlassname } from '../../../domain/fall/bezeichnungen.ts';
import { fristname } from '../../../domain/pflicht/katalog/katalog.ts';
import { BEFEHLSRECHTE, type Sachbefehl } from '../../../domain/rollen/befehlsrechte.ts';
import {
  antwort,
  befehl,
  bis,
  danach,
  NEU,
  ohneText,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { FM, PAP, TL } from '../../../tools/simulation/vorgaben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

const AM = '2026-11-24T09:00';
const PAP2 = '1b7c2a7e-0000-4000-8000-000000000009';

const abgehend = (grund: 'X1' | 'X2' | 'X8', anders: object = {}): Werdegang =>
  danach(
    FAELLE.aktiv(),
    befehl('abgang_einleiten', '2026-11-20T12:00', { abgang: { ...nurGrund(grund), ...anders } }),
    befehl('aufnehmende_stelle_klaeren', '2026-11-20T13:00', { pap: PAP2 }),
  );
/** Passive Betreuung until Wednesday, 24.11.2027. */
const akh = (anders: object = {}): Werdegang => danach(abgehend('X8'), befehl('akh_festlegen', AM, anders));
const integration = (): Werdegang =>
  danach(abgehend('X1', { arbeitsaufnahmeAm: '2026-11-02' }), befehl('fallabgang_dokumentieren', AM));

const offeneFristen = (fall: BestehenderFall): string[] =>
  fall.fristen.filter((f) => f.ende === null).map((f) => `${f.id} ${f.faellig}`);

/** Everybody who is told something about a transition, in order. */
function gesagt({ ereignisse }: Werdegang, anlass: string): string[] {
  let stand = NEU;
  return ereignisse.flatMap((ereignis) => {
    const nachher = evolve(stand, ereignis);
    const alle = nachrichten(ereignis, stand, nachher);
    stand = nachher;
    return alle.filter((n) => n.anlass === anlass).map((n) => `${n.stufe} ${n.person ?? n.an}`);
  });
}

describe('after the Fallabgang only TR45, TR47, TR48, TR53, TR57, TR58, TR59, TR61 act', () => {
  const ERLAUBT: readonly Befehlsname[] = [
    'akh_frist_aendern',
    'verbleib_erfassen',
    'integration_pruefen',
    'nachhaltung_uebertragen',
    // Duties after the exit (T-23) need somebody who is still there.
    'pap_wechseln',
    'umkehr_beantragen',
    'berichtigen',
    'eintrag_zurueckziehen',
  ];
  const beendete: readonly [string, BestehenderFall][] = [
    ['X1', integration().fall],
    ['X8', akh().fall],
  ];
  it.each(beendete)('a case that ended with %s', (_, fall) => {
    const angenommen = (Object.keys(BEFEHLSRECHTE) as Sachbefehl[]).filter((name) => {
      const einer: Befehl = befehl(
        name,
        '2026-12-04T09:00',
        name === 'berichtigen' ? { akteur: { id: TL, rolle: 'tl' } } : {},
      );
      return antwort(fall, einer) === 'ok';
    });
    expect(angenommen.filter((name) => !ERLAUBT.includes(name))).toEqual([]);
    expect(angenommen).toContain('verbleib_erfassen');
  });
});

describe('AKH (TR45, TR47, T-23, V-61, V-62)', () => {
  const ende = abgehend('X8').fall;

  it.each<[string, object]>([
    ['no end', { bis: null }],
    ['an end that is no later than the beginning', { bis: '2026-11-24' }],
    ['a beginning before the Fallabgang', { von: '2026-11-23' }],
    ['no cause', { gruende: [] }],
    ['SGB XII not looked at', { gruende: ['keine_veraenderungsmoeglichkeit'] }],
    [
      'reasons too short',
      {
        texte: {
          ...befehl('akh_festlegen', AM).texte,
          ausfuehrlicheBegruendung: { dokument: 'd', zeichen: 49, nurVorlage: false },
        },
      },
    ],
  ])('V-61 refuses %s', (_, anders) => {
    expect(antwort(ende, befehl('akh_festlegen', AM, anders))).toBe('V-61');
  });
  it('V-57, V-58 and the Abschlussvermerk hold as for any Fallabgang', () => {
    const einer = befehl('akh_festlegen', AM);
    const person = { ...einer.person, profilAngepasstAm: null };
    expect([
      antwort(ende, ohneText(einer, 'begruendung')),
      antwort(ende, { ...einer, person }),
      antwort(ende, ohneText(einer, 'abschlussvermerk')),
    ]).toEqual(['V-57', 'V-58', 'TR45']);
  });

  it('runs beside the Nachhaltung, tells the receiving pAp, and its names say nothing', () => {
    const werdegang = akh();
    expect(nebenVon(werdegang.fall)).toEqual(['akh_passiv', 'nachhaltung']);
    expect(offeneFristen(werdegang.fall)).toEqual(
      expect.arrayContaining(['T-23 2027-11-24', 'T-24 2027-05-24']),
    );
    expect(gesagt(werdegang, 'TR45')).toEqual([`mitteilung ${PAP2}`, 'mitteilung tl']);
    expect([fristname('T-23'), anlassname('TR45'), anlassname('TR47')].join(' ')).not.toMatch(/AKH|passiv/i);
  });

  it.each<[string, Befehl, string]>([
    [
      'the pAp shortens',
      befehl('akh_frist_aendern', '2027-01-11T09:00', { akteur: { id: PAP, rolle: 'pap' } }),
      'V-62',
    ],
    ['no reasons', ohneText(befehl('akh_frist_aendern', '2027-01-11T09:00'), 'begruendung'), 'V-61'],
    ['an end in the past', befehl('akh_frist_aendern', '2027-01-11T09:00', { bis: '2027-01-08' }), 'V-61'],
    [
      'a new decision of the FM',
      befehl('akh_frist_aendern', '2027-01-11T09:00', { bis: '2027-01-29' }),
      'ok',
    ],
    ['reversal while it runs', befehl('umkehr_beantragen', '2026-11-25T09:00'), 'TR59'],
    ['a Wiedervorlage before the end', befehl('wiedervorlage_bearbeiten', '2027-11-23T09:00'), 'TR47'],
    ['a Wiedervorlage on the last day', befehl('wiedervorlage_bearbeiten', '2027-11-24T09:00'), 'ok'],
  ])('%s: %s', (...[, einer, erwartet]) => {
    expect(antwort(bis(akh(), einer.at.slice(0, 10)).fall, einer)).toBe(erwartet);
  });

  it('ends at midnight by itself, also after a change; T-23 waits for the pAp up the ladder', () => {
    const verkuerzt = danach(akh(), befehl('akh_frist_aendern', '2027-01-11T09:00', { bis: '2027-03-05' }));
    expect(nebenVon(bis(verkuerzt, '2027-03-05T23:59').fall)).toEqual(['akh_passiv', 'nachhaltung']);
    const vorbei = bis(verkuerzt, '2027-03-08T00:00');
    expect(nebenVon(vorbei.fall)).toEqual(['nachhaltung']);
    expect(gesagt(vorbei, 'TR47')).toEqual([`mitteilung ${PAP2}`]);
    expect(gesagt(vorbei, 'T-23')).toEqual([
      `erinnerung ${PAP2}`,
      `faellig ${PAP2}`,
      `ueberfaellig ${PAP2}`,
      'ueberfaellig tl',
    ]);
    const bearbeitet = danach(vorbei, befehl('wiedervorlage_bearbeiten', '2027-03-08T09:00'));
    expect(bearbeitet.fall.fristen.find((f) => f.id === 'T-23')?.ende).toBe('verspaetet_erledigt');
    expect(antwort(bearbeitet.fall, befehl('wiedervorlage_bearbeiten', '2027-03-08T10:00'))).toBe('TR47');
  });

  it('keeps the case alive until period, Wiedervorlage and Nachhaltung are through', () => {
    const punkte = ([6, 12, 24] as const).map((messpunkt) =>
      befehl('verbleib_erfassen', '2028-11-30T09:00', { messpunkt, arbeitsaufnahmeAm: null }),
    );
    const alles = danach(akh({ bis: '2029-11-24' }), ...punkte);
    expect(nebenVon(alles.fall)).toEqual(['akh_passiv']);
    expect(istAbgeschlossen(alles.fall)).toBe(false);
    const vorbei = bis(alles, '2029-11-26T00:00');
    expect([nebenVon(vorbei.fall), istAbgeschlossen(vorbei.fall)]).toEqual([[], false]);
    expect(
      istAbgeschlossen(danach(vorbei, befehl('wiedervorlage_bearbeiten', '2029-11-26T09:00')).fall),
    ).toBe(true);
  });
});

describe('dauerhafte Integration (T-28, A-22)', () => {
  const pruefen = (am: string, anders: object = {}): Befehl =>
    befehl('integration_pruefen', `${am}T09:00`, anders);

  it('is a task without a ladder from the day after six months', () => {
    const { fall } = integration();
    expect(fall.fristen.find((f) => f.id === 'T-28')).toMatchObject({
      beginn: '2027-05-03',
      roh: '2027-05-03',
      faellig: '2027-05-03',
    });
    expect(gesagt(bis(integration(), '2028-01-01'), 'T-28')).toEqual([]);
  });

  it.each<[string, Befehl, string]>([
    ['one day too early', pruefen('2027-05-02'), 'TR57'],
    ['on the day after six months', pruefen('2027-05-03'), 'ok'],
    ['lost, but when?', pruefen('2027-03-10', { besteht: false }), 'TR57'],
    ['lost before it began', pruefen('2027-03-10', { besteht: false, endeAm: '2026-11-01' }), 'TR57'],
    ['lost in the future', pruefen('2027-03-10', { besteht: false, endeAm: '2027-03-11' }), 'V-74'],
    [
      'lost after more than six months',
      pruefen('2027-06-10', { besteht: false, endeAm: '2027-05-03' }),
      'TR57',
    ],
    ['still there, and ended', pruefen('2027-06-10', { endeAm: '2027-05-02' }), 'TR57'],
    ['lost after four months', pruefen('2027-03-10', { besteht: false, endeAm: '2027-03-02' }), 'ok'],
  ])('%s: %s', (...[, einer, erwartet]) => {
    expect(antwort(bis(integration(), einer.at.slice(0, 10)).fall, einer)).toBe(erwartet);
  });

  it('AC-84: what did not last is no success any more; the case stays closed, once checked it is checked', () => {
    const verloren = danach(integration(), pruefen('2027-03-10', { besteht: false, endeAm: '2027-03-02' }));
    expect(verloren.fall).toMatchObject({ zustand: 'beendet', fallabgang: { erfolgreich: false } });
    expect(antwort(verloren.fall, pruefen('2027-03-10', { besteht: false, endeAm: '2027-03-02' }))).toBe(
      'TR57',
    );
  });

  it('a start of work that the Nachhaltung brings begins a T-28 of its own; told twice it is one', () => {
    const verbleib = (am: string): Befehl =>
      befehl('verbleib_erfassen', `${am}T09:00`, { arbeitsaufnahmeAm: '2027-01-11' });
    const werdegang = danach(
      abgehend('X2'),
      befehl('fallabgang_dokumentieren', AM),
      verbleib('2027-02-01'),
      verbleib('2027-05-24'),
    );
    expect(offeneFristen(werdegang.fall).filter((f) => f.startsWith('T-28'))).toEqual(['T-28 2027-07-12']);
    const verloren = danach(werdegang, pruefen('2027-06-01', { besteht: false, endeAm: '2027-05-31' }));
    expect(verloren.fall).toMatchObject({ fallabgang: { grund: 'X2', erfolgreich: true } });
  });

  it('its day can be corrected (TR58)', () => {
    const werdegang = integration();
    const abgang = werdegang.ereignisse.find((e) => e.art === 'fallabgang_dokumentiert');
    const bezug = { ereignis: `${abgang?.id ?? ''}/arbeitsaufnahme`, art: 'arbeitsaufnahme', akteur: FM };
    const neu = befehl('berichtigen', AM, { bezug, neuesDatum: '2026-11-16' });
    expect(offeneFristen(danach(werdegang, neu).fall)).toContain('T-28 2027-05-18');
    expect(antwort(werdegang.fall, { ...neu, bezug: { ...bezug, ereignis: 'x/arbeitsaufnahme' } })).toBe(
      'TR58',
    );
    expect(antwort(werdegang.fall, { ...neu, neuesDatum: '2024-11-21' })).toBe('TR58');
  });

  it.each<[string, object, string]>([
    ['before the Fallzugang', { arbeitsaufnahmeAm: '2024-11-21' }, 'TR57'],
    ['before the exit, without a word', { arbeitsaufnahmeAm: '2026-11-10' }, 'TR57'],
    [
      'before the exit, explained',
      {
        arbeitsaufnahmeAm: '2026-11-10',
        texte: { vermerk: { dokument: 'd', zeichen: 9, nurVorlage: false } },
      },
      'ok',
    ],
    ['as the exit named it', { arbeitsaufnahmeAm: '2026-11-02' }, 'ok'],
  ])('a start of work %s: %s', (...[, anders, erwartet]) => {
    expect(antwort(integration().fall, befehl('verbleib_erfassen', '2026-12-01T09:00', anders))).toBe(
      erwartet,
    );
  });
});

describe('the rest of the time after', () => {
  it('the Teamleitung names another Fallmanager; the messages follow (TR57)', () => {
    const andere = '1b7c2a7e-0000-4000-8000-00000000000a';
    const neu = befehl('nachhaltung_uebertragen', '2026-12-01T09:00', { fm: andere });
    const werdegang = bis(
      danach(danach(abgehend('X2'), befehl('fallabgang_dokumentieren', AM)), neu),
      '2027-05-24',
    );
    expect(gesagt(werdegang, 'T-24')).toEqual([`erinnerung ${andere}`, `faellig ${andere}`]);
    expect(antwort(werdegang.fall, { ...neu, fmIstFallmanager: false })).toBe('TR57');
  });

  it('a request of reversal lapses with its period; one of release 0.1 stays open', () => {
    const ende = danach(abgehend('X2'), befehl('fallabgang_dokumentieren', AM));
    const antrag = befehl('umkehr_beantragen', '2026-12-07T09:00');
    // Ten working days after 24.11.2026.
    const offen = bis(danach(ende, antrag), '2026-12-08T23:59');
    expect(offen.fall).toMatchObject({ umkehr: { bis: '2026-12-08' } });
    expect(bis(offen, '2026-12-09').fall).toMatchObject({ zustand: 'beendet', umkehr: null });
    const alt = JSON.parse(JSON.stringify({ ...antrag, verfaellt: undefined })) as Befehl;
    expect(bis(danach(ende, alt), '2027-01-31').fall).toMatchObject({ umkehr: { bis: null } });
  });
});

import { describe, expect, it } from 'vitest';
import type { Befehl, Befehlskopf, BefehlVon } from '../../../domain/fall/befehle.ts';
import { istInBegleitung, type BestehenderFall } from '../../../domain/fall/fall.ts';
import { nummerAus, vorkommenVon, type Leistung } from '../../../domain/fall/leistungen.ts';
import {
  antwort,
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  ohneText,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { AUSTAUSCH, ERBRINGER } from '../../../tools/simulation/leistungsvorgaben.ts';
import type { Eigenes } from '../../../tools/simulation/vorgabenform.ts';

type Zuweisung = Partial<Eigenes<'leistung_zuweisen'> & Befehlskopf>;
const AM = '2025-01-20T09:00';
const zuweisen = (anders: Zuweisung = {}, am = AM): BefehlVon<'leistung_zuweisen'> =>
  befehl('leistung_zuweisen', am, anders);
const beginn = (...weitere: Befehl[]): Werdegang =>
  nach(...BIS_FALLZUGANG, befehl('vereinbarung_abschliessen', '2025-01-10T09:00'), ...weitere);
const leistungen = (fall: BestehenderFall): readonly Leistung[] =>
  istInBegleitung(fall) ? fall.begleitung.leistungen : [];
const frist = ({ fall }: Werdegang, id: string, vorkommen: number): object | undefined =>
  fall.fristen.find((f) => f.id === id && f.vorkommen === vorkommen);

const erbringer = { id: ERBRINGER, aktiv: true, grundlage: 'vereinbarung', wartezeitTage: 21 } as const;

describe('V-44, V-47, V-48, V-50, V-53: what a referral asks for', () => {
  const { fall } = beginn();
  const warnungen = (anders: Zuweisung): readonly string[] =>
    beginn(zuweisen(anders)).ereignisse.find((e) => e.art === 'leistung_zugewiesen')?.warnungen ?? ['?'];

  it.each([
    ['the need', ohneText(zuweisen(), 'bedarf'), 'V-44'],
    ['the necessity', ohneText(zuweisen(), 'erforderlichkeit'), 'V-44'],
    ['which services rank before', ohneText(zuweisen(), 'vorrangpruefung'), 'V-44'],
    ['feedback for Nr. 2', zuweisen({ rueckmeldung: false }), 'V-47'],
    ['a provider of the directory', zuweisen({ erbringer: null }), 'TR30'],
    ['an active provider', zuweisen({ erbringer: { ...erbringer, aktiv: false } }), 'TR30'],
    ['a day after the Fallzugang', zuweisen({ ereignisAm: '2024-11-21' }), 'TR30'],
  ])('not without %s', (_, einer, regel) => {
    expect(antwort(fall, einer)).toBe(regel);
  });

  it('without a Vereinbarung it needs a reason (TR29)', () => {
    const ohne = nach(...BIS_FALLZUGANG).fall;
    expect(antwort(ohne, ohneText(zuweisen(), 'grundOhneVereinbarung'))).toBe('TR30');
    expect(antwort(ohne, zuweisen())).toBe('ok');
  });

  it.each<[string, Zuweisung, string[]]>([
    ['an agreed provider and the usual grade', {}, []],
    ['childcare without feedback', { leistungsart: 'nr_1', rueckmeldung: false }, []],
    ['Basisberatung for Nr. 4', { leistungsart: 'nr_4', verbindlichkeit: 'basisberatung_verpflichtend' }, []],
    ['Basisberatung for Nr. 2', { verbindlichkeit: 'basisberatung_verpflichtend' }, ['V-48']],
    ['a duty for Nr. 4', { leistungsart: 'nr_4', verbindlichkeit: 'verpflichtend' }, ['V-48']],
    ['Nr. 3 without its limits', { leistungsart: 'nr_3' }, ['V-50']],
    ['Nr. 3 within its limits', { leistungsart: 'nr_3', abgrenzungGeprueft: true }, []],
    ['a formless cooperation', { erbringer: { ...erbringer, grundlage: 'formlos' } }, []],
    ['no agreement at all', { erbringer: { ...erbringer, grundlage: 'keine' } }, ['V-53']],
  ])('%s', (_, anders, erwartet) => {
    expect(warnungen(anders)).toEqual(erwartet);
  });
});

describe('V-85: the same service with the same provider while the first goes on', () => {
  const zweite = (anders: Zuweisung, ...davor: Befehl[]): readonly string[] =>
    beginn(zuweisen(), ...davor, zuweisen(anders, '2025-03-03T09:00'))
      .ereignisse.filter((e) => e.art === 'leistung_zugewiesen')
      .at(-1)?.warnungen ?? ['?'];
  const beendet = [
    befehl('leistung_beginnen', '2025-01-27T09:00'),
    befehl('leistung_beenden', '2025-02-24T09:00', { ergebnis: 'erreicht' }),
  ];

  it.each<[string, readonly string[], string[]]>([
    ['is asked why', zweite({}), ['V-85']],
    ['not with another provider', zweite({ erbringer: { ...erbringer, id: 'b' } }), []],
    ['not another service', zweite({ leistungsart: 'nr_4' }), []],
    ['not after the first has ended', zweite({}, ...beendet), []],
  ])('%s', (_, gewarnt, erwartet) => {
    expect(gewarnt).toEqual(erwartet);
  });

  it('a case of the first Regelwerk keeps the old rule', () => {
    const begonnen = beginn(zuweisen());
    const alt = { ...begonnen, fall: { ...begonnen.fall, regelwerk: 1 } };
    const { ereignisse } = danach(alt, zuweisen({}, '2025-03-03T09:00'));
    expect(ereignisse.find((e) => e.art === 'leistung_zugewiesen')?.warnungen).toEqual([]);
  });
});

describe('V-46: a consent serves the service only when it fits', () => {
  it.each([
    ['it names the provider and holds', AUSTAUSCH, 1],
    ['none', null, 0],
    ['another provider', { ...AUSTAUSCH, leistungserbringerId: 'x' }, 0],
    ['another purpose', { ...AUSTAUSCH, zweck: 'fachdienst' as const }, 0],
    ['it is over', { ...AUSTAUSCH, gueltigBis: '2025-01-19' }, 0],
    ['its last day', { ...AUSTAUSCH, gueltigBis: '2025-01-20' }, 1],
    ['it is revoked', { ...AUSTAUSCH, widerrufenAm: '2025-01-20' }, 0],
  ])('%s', (_, einwilligung, erwartet) => {
    const { fall } = beginn(zuweisen({ einwilligung }));
    expect(leistungen(fall)[0]?.entbindungen).toHaveLength(erwartet);
    const fordern = befehl('rueckmeldung_anfordern', '2025-01-20T10:00');
    expect(antwort(fall, fordern)).toBe(erwartet === 1 ? 'ok' : 'V-46');
  });

  it('a consent given later is found, a revoked one is gone for good (TR35)', () => {
    const ohne = beginn(zuweisen({ einwilligung: null }));
    const uebernimm = (am: string, widerrufenAm: string | null): Befehl =>
      befehl('einwilligungen_uebernehmen', am, { einwilligungen: [{ ...AUSTAUSCH, widerrufenAm }] });
    const mit = danach(ohne, uebernimm('2025-01-21T09:00', null));
    expect(frist(mit, 'T-18', 1)).toMatchObject({ ende: null });
    const widerrufen = danach(mit, uebernimm('2025-01-22T09:00', '2025-01-22'));
    expect(widerrufen.ereignisse.at(-2)).toMatchObject({ art: 'einwilligungen_uebernommen', tr: 'TR35' });
    expect(frist(widerrufen, 'T-18', 1)).toMatchObject({ ende: 'entfallen' });
    expect(frist(widerrufen, 'T-30', 1)).toBeUndefined();
    const nochmal = danach(widerrufen, uebernimm('2025-01-23T09:00', '2025-01-22'));
    expect(nochmal.ereignisse.at(-1)).toMatchObject({ art: 'einwilligungen_uebernommen', tr: null });
  });
});

describe('T-18: feedback before the Vereinbarung is updated', () => {
  const melde = (am: string, art: 'termine' | 'abschluss' = 'termine'): Befehl =>
    befehl('rueckmeldung_uebernehmen', am, {
      leistung: 1,
      dokument: null,
      inhalt: { art, tag: am.slice(0, 10), ergebnis: art === 'abschluss' ? 'erreicht' : null },
    });

  it('14 days before, once per period', () => {
    // 10.01.2025 + 6 months = 10.07.2025, Thursday.
    const werdegang = beginn(zuweisen());
    expect(frist(werdegang, 'T-18', 1)).toMatchObject({ faellig: '2025-06-26', ende: null });
    const gemeldet = danach(werdegang, melde('2025-03-03T09:00'), melde('2025-04-01T09:00'));
    expect(frist(gemeldet, 'T-18', 1)).toMatchObject({ ende: 'erledigt' });
    const weiter = danach(gemeldet, befehl('vereinbarung_fortschreiben', '2025-07-08T09:00'));
    // 14 days before 08.01.2026 is Christmas: a later day would shorten the time to work with it.
    expect(frist(weiter, 'T-18', 2)).toMatchObject({ roh: '2025-12-25', faellig: '2025-12-24', ende: null });
  });

  it('missed when the Vereinbarung is updated without it, not owed when it is updated early', () => {
    const werdegang = bis(beginn(zuweisen()), '2025-07-01T00:00');
    const spaet = danach(werdegang, befehl('vereinbarung_fortschreiben', '2025-07-08T09:00'));
    expect(frist(spaet, 'T-18', 1)).toMatchObject({ ende: 'versaeumt' });
    const frueh = danach(beginn(zuweisen()), befehl('vereinbarung_fortschreiben', '2025-05-05T09:00'));
    expect(frist(frueh, 'T-18', 1)).toMatchObject({ ende: 'entfallen' });
  });

  it('nothing is owed for a period that was nearly over', () => {
    const werdegang = beginn(zuweisen({}, '2025-06-27T09:00'));
    expect(frist(werdegang, 'T-18', 1)).toBeUndefined();
  });

  it('every service has its own, and its end ends it', () => {
    const zwei = beginn(zuweisen(), zuweisen({}, '2025-01-21T09:00'));
    expect(frist(zwei, 'T-18', 101)).toMatchObject({ ende: null });
    const { fall } = danach(zwei, melde('2025-03-03T09:00', 'abschluss'));
    expect(leistungen(fall).map(({ ende }) => ende?.ergebnis ?? null)).toEqual(['erreicht', null]);
    expect(antwort(fall, befehl('leistung_beginnen', '2025-03-04T09:00'))).toBe('ok');
    const mehrere = befehl('leistung_beginnen', '2025-03-04T09:00');
    expect(antwort(zwei.fall, mehrere)).toBe('TR32');
    expect(antwort(zwei.fall, { ...mehrere, leistung: 2 })).toBe('ok');
  });

  it('numbers of duties lead back to their service', () => {
    expect(vorkommenVon({ nummer: 3 }, 7)).toBe(207);
    expect([1, 100, 101, 207].map(nummerAus)).toEqual([1, 1, 2, 3]);
  });
});

describe('V-49: nothing follows from an Abbruch by itself', () => {
  const abgebrochen = (verbindlichkeit: Leistung['verbindlichkeit']): BestehenderFall =>
    beginn(zuweisen({ verbindlichkeit }), befehl('leistung_beenden', '2025-02-03T09:00')).fall;
  const pruefen = (anders: Partial<Eigenes<'abbruch_pruefen'>>): BefehlVon<'abbruch_pruefen'> =>
    befehl('abbruch_pruefen', '2025-02-04T09:00', anders);
  const folge = 'rechtsfolgen_pruefen_lassen';

  it.each([
    ['without an assessment', 'verpflichtend', ohneText(pruefen({}), 'einschaetzung'), 'V-49'],
    ['while a reason is unclear', 'verpflichtend', pruefen({ folge }), 'V-49'],
    ['with a wichtiger Grund', 'verpflichtend', pruefen({ folge, wichtigerGrund: 'ja' }), 'V-49'],
    ['of a voluntary service', 'freiwillig', pruefen({ folge, wichtigerGrund: 'nein' }), 'V-49'],
    [
      'without a reason, where it was a duty',
      'verpflichtend',
      pruefen({ folge, wichtigerGrund: 'nein' }),
      'ok',
    ],
    ['nothing', 'freiwillig', pruefen({}), 'ok'],
  ] as const)('%s', (...[, verbindlichkeit, einer, erwartet]) => {
    expect(antwort(abgebrochen(verbindlichkeit), einer)).toBe(erwartet);
  });

  it('the end changes no state and is checked once', () => {
    const werdegang = beginn(zuweisen(), befehl('leistung_beenden', '2025-02-03T09:00'), pruefen({}));
    expect(werdegang.fall.zustand).toBe('aktiv');
    expect(frist(werdegang, 'T-20', 1)).toMatchObject({ ende: 'verspaetet_erledigt' });
    expect(antwort(werdegang.fall, pruefen({}))).toBe('TR34');
  });
});

describe('V-51: a service begun without the Fallmanager', () => {
  const einbeziehen = (
    anders: Partial<Eigenes<'leistung_einbeziehen'>> = {},
  ): BefehlVon<'leistung_einbeziehen'> =>
    befehl('leistung_einbeziehen', AM, { seit: '2025-01-06', rechtsgrundlage: 'sgb_ii_16a', ...anders });
  const { fall } = beginn();

  it.each([
    ['the need', ohneText(einbeziehen(), 'bedarf'), 'V-51'],
    ['feedback', einbeziehen({ rueckmeldung: false }), 'V-51'],
    ['consent', einbeziehen({ einwilligung: null }), 'V-51'],
    ['an agreement after its beginning', einbeziehen({ seit: '2025-01-11' }), 'V-51'],
    ['the necessity', ohneText(einbeziehen(), 'erforderlichkeit'), 'V-44'],
    ['which services rank before', ohneText(einbeziehen(), 'vorrangpruefung'), 'V-44'],
    ['a consent to any feedback', einbeziehen({ gedeckt: false }), 'V-51'],
    ['an arranged feedback', einbeziehen({ erbringer: { ...erbringer, grundlage: 'formlos' } }), 'V-51'],
  ])('not without %s', (_, einer, regel) => {
    expect(antwort(fall, einer)).toBe(regel);
  });

  it('V-45: where another law is the basis nothing ranks before it', () => {
    const ohne = ohneText(einbeziehen({ rechtsgrundlage: 'andere' }), 'vorrangpruefung');
    expect(antwort(fall, ohne)).toBe('ok');
  });

  it('runs from its first day and waits for nothing', () => {
    const werdegang = beginn(einbeziehen());
    expect(leistungen(werdegang.fall)[0]?.beginn?.am).toBe('2025-01-06');
    expect(frist(werdegang, 'T-19', 1)).toBeUndefined();
  });
});

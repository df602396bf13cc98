import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPRACHEN } from '../../../domain/sprachen.ts';
import { schlageVor, type Vorschlag } from '../../../domain/zuordnung/gruende.ts';
import type { Bewerberin, Zuordnungslage } from '../../../domain/zuordnung/vorschlag.ts';
import { eine, zuordnungslage, zuordnungslagen } from './zuordnungslage.ts';

const zahlAus = (text: string): number => Number(text.replace(',', '.'));
const hundertstel = (wert: number): number => Math.round(wert * 100 + 1e-6);

/** Load by hand, without the code under test: 75 × share × presence, the cases and one more. */
const sollVon = (b: Bewerberin): number =>
  Math.max(hundertstel(75 * b.anteil * b.anwesenheit) / 100, b.anteil * b.anwesenheit > 0 ? 0.01 : 0);
const prozentMitFall = (b: Bewerberin): number =>
  Math.round((1000 * (b.faelle + 1)) / sollVon(b) + 1e-6) / 10;

type Pruefung = readonly [muster: RegExp, stimmt: (treffer: string[], wo: Pruefstelle) => boolean];
type Pruefstelle = { readonly wer: Bewerberin; readonly l: Zuordnungslage };

const andere = ({ wer, l }: Pruefstelle): number[] =>
  l.team
    .filter((b) => b.id !== wer.id && !b.interessenkonflikt && b.anteil * b.anwesenheit > 0)
    .map(prozentMitFall);

const themenVon = ({ wer, l }: Pruefstelle): string[] =>
  l.bedarf.themen.filter(({ id }) => wer.themen.includes(id)).map(({ name }) => `„${name}“`);

/** Every sentence a suggestion may say, each with what must be so in the facts. A sentence not listed is not true. */
const SAETZE: readonly Pruefung[] = [
  [
    /^Mit diesem Fall (\d+) (?:Fall|Fälle) bei einem Soll von ([\d,]+) \(([\d,]+) %\)\.$/,
    ([, faelle = '', soll = '', prozent = ''], { wer }) =>
      Number(faelle) === wer.faelle + 1 &&
      zahlAus(soll) === sollVon(wer) &&
      zahlAus(prozent) === prozentMitFall(wer),
  ],
  [/^Sonst ist niemand vorschlagbar\.$/, (_, wo) => andere(wo).length === 0],
  [
    /^Bei (niemandem sonst, der infrage kommt|(\d+) anderen, die infrage kommen), wäre die Auslastung mit diesem Fall niedriger(?:, bei (\d+) anderen gleich)?\.$/,
    ([, wer, niedriger = '0', gleich = '0'], wo) =>
      (wer === 'niemandem sonst, der infrage kommt') === (niedriger === '0') &&
      andere(wo).length > 0 &&
      andere(wo).filter((p) => p < prozentMitFall(wo.wer)).length === Number(niedriger) &&
      andere(wo).filter((p) => p === prozentMitFall(wo.wer)).length === Number(gleich),
  ],
  [/^Das Soll wäre überschritten\.$/, (_, { wer }) => wer.faelle + 1 > sollVon(wer)],
  [
    /^Die Obergrenze von ([\d,]+) Fällen wäre überschritten\.$/,
    ([, grenze = ''], { wer }) =>
      hundertstel((sollVon(wer) * 85) / 75) === hundertstel(zahlAus(grenze)) &&
      wer.faelle + 1 > zahlAus(grenze),
  ],
  [
    /^Beherrscht (.+); das braucht die Person\.$/,
    ([, name], { wer, l }) =>
      l.bedarf.sprache !== null &&
      SPRACHEN[l.bedarf.sprache] === name &&
      wer.sprachen.includes(l.bedarf.sprache),
  ],
  [
    /^Die Person braucht (.+); hier ist diese Sprache nicht erfasst\.$/,
    ([, name], { wer, l }) =>
      l.bedarf.sprache !== null &&
      SPRACHEN[l.bedarf.sprache] === name &&
      !wer.sprachen.includes(l.bedarf.sprache),
  ],
  [
    /^Hat die Person schon begleitet, bis (\d\d)\.(\d\d)\.(\d{4})\.$/,
    ([, t = '', m = '', j = ''], { wer }) => wer.begleiteteBis === `${j}-${m}-${t}`,
  ],
  [
    /^Zuständig für (?:das Thema|die Themen) (.+); nach einem Jour-Fixe ohne warme Übergabe geht das Thema vor\.$/,
    ([, namen], wo) => wo.l.bedarf.nachThema && namen === themenVon(wo).join(', '),
  ],
  [
    /^Zuständig für (?:das Thema|die Themen) (.+); das zählt nur bei gleicher Auslastung\.$/,
    ([, namen], wo) => !wo.l.bedarf.nachThema && namen === themenVon(wo).join(', '),
  ],
];

function istWahr(satz: string, wo: Pruefstelle): boolean {
  return SAETZE.some(([muster, stimmt]) => {
    const treffer = muster.exec(satz);
    return treffer !== null && stimmt([...treffer], wo);
  });
}

function unwahre(l: Zuordnungslage, vorschlaege: readonly Vorschlag[]): string[] {
  return vorschlaege.flatMap(({ fm, gruende }) => {
    const wer = l.team.find(({ id }) => id === fm);
    return wer === undefined ? [fm] : gruende.filter((satz) => !istWahr(satz, { wer, l }));
  });
}

describe('reasons and effects of a suggestion', () => {
  it('says why, in words a meeting can check', () => {
    const l = zuordnungslage(
      [
        eine('a', { faelle: 74, themen: ['schulden'], begleiteteBis: '2025-03-12' }),
        eine('b', { anteil: 0.5, faelle: 36, sprachen: ['tr'] }),
        eine('c', { faelle: 75 }),
      ],
      { sprache: 'tr', themen: [{ id: 'schulden', name: 'Schulden' }] },
    );
    expect(schlageVor(l).vorschlaege.map(({ fm, gruende }) => [fm, ...gruende])).toEqual([
      [
        'b',
        'Beherrscht Türkisch; das braucht die Person.',
        'Mit diesem Fall 37 Fälle bei einem Soll von 37,5 (98,7 %).',
        'Bei niemandem sonst, der infrage kommt, wäre die Auslastung mit diesem Fall niedriger.',
      ],
      [
        'a',
        'Zuständig für das Thema „Schulden“; das zählt nur bei gleicher Auslastung.',
        'Die Person braucht Türkisch; hier ist diese Sprache nicht erfasst.',
        'Hat die Person schon begleitet, bis 12.03.2025.',
        'Mit diesem Fall 75 Fälle bei einem Soll von 75 (100 %).',
        'Bei 1 anderen, die infrage kommen, wäre die Auslastung mit diesem Fall niedriger.',
      ],
      [
        'c',
        'Die Person braucht Türkisch; hier ist diese Sprache nicht erfasst.',
        'Mit diesem Fall 76 Fälle bei einem Soll von 75 (101,3 %).',
        'Bei 2 anderen, die infrage kommen, wäre die Auslastung mit diesem Fall niedriger.',
        'Das Soll wäre überschritten.',
      ],
    ]);
  });

  it('the check itself finds a sentence that is not so', () => {
    const wer = eine('a');
    const l = zuordnungslage([wer, eine('b')]);
    expect(istWahr('Beherrscht Türkisch; das braucht die Person.', { wer, l })).toBe(false);
    expect(istWahr('Mit diesem Fall 40 Fälle bei einem Soll von 75 (53,3 %).', { wer, l })).toBe(false);
    expect(istWahr('Ist nett.', { wer, l })).toBe(false);
  });

  it('every sentence of every suggestion is true, whatever the team looks like', () => {
    fc.assert(
      fc.property(zuordnungslagen, (l) => {
        expect(unwahre(l, schlageVor(l).vorschlaege)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('everybody is suggested at most once or ruled out; the effect names every colleague and moves one case', () => {
    fc.assert(
      fc.property(zuordnungslagen, (l) => {
        const { vorschlaege, ausgeschlossen } = schlageVor(l);
        const weg = new Set(ausgeschlossen.map(({ fm }) => fm));
        expect(vorschlaege.length).toBe(Math.min(3, l.team.length - weg.size));
        expect(vorschlaege.filter(({ fm }) => weg.has(fm))).toEqual([]);
        for (const { fm, wirkung } of vorschlaege) {
          expect(wirkung.map((w) => w.fm)).toEqual(l.team.map(({ id }) => id));
          const mehr = wirkung.filter((w) => w.nachher.faelle !== w.vorher.faelle);
          expect(mehr.map((w) => [w.fm, w.nachher.faelle - w.vorher.faelle])).toEqual([[fm, 1]]);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('the order of the staff list changes nothing', () => {
    fc.assert(
      fc.property(zuordnungslagen, (l) => {
        expect(schlageVor({ ...l, team: [...l.team].reverse() })).toEqual(schlageVor(l));
      }),
      { numRuns: 2_000 },
    );
  });
});

import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ZUSTAENDE } from '../../domain/kennungen.ts';
import { STANDARD } from '../../domain/policy/standard.ts';
import { KENNUNGEN } from '../../tools/kennungen/verzeichnis.ts';
import { ankerVon, DOKUMENTE, lies, WURZEL } from '../support/zitate.ts';

const SEITEN = DOKUMENTE.filter((datei) => datei.startsWith('docs/fachkonzept/'));
const FEHLT_NOCH = /noch nicht umgesetzt/iu;

/** The rows of a page by id. */
function zeilen(seite: string): Map<string, readonly string[]> {
  const tafel = lies(`docs/fachkonzept/${seite}.md`).matchAll(/^\| <a id="[^"]+"><\/a>(\S+) \|(.*)\|$/gmu);
  return new Map([...tafel].map(([, id = '', rest = '']) => [id, rest.split(' | ').map((z) => z.trim())]));
}

const ALLE = Object.values(KENNUNGEN).flat();
const geschichten = (KENNUNGEN['Szenarien'] ?? []).map((id) => ({ id, datei: `test/szenarien/${id}.yaml` }));
const titelVon = (datei: string): string | undefined => {
  try {
    return /^titel: ['"]?(.+?)['"]?$/mu.exec(lies(datei))?.[1];
  } catch {
    return undefined;
  }
};

describe('das Fachkonzept', () => {
  it('hat für jede Kennung, die der Code kennt, genau eine Stelle', () => {
    const anker = SEITEN.flatMap((datei) => ankerVon(lies(datei)));
    const doppelt = anker.filter((id, stelle) => anker.indexOf(id) !== stelle);
    expect(doppelt).toEqual([]);
    expect(ALLE.filter((id) => !anker.includes(id.toLowerCase()))).toEqual([]);
  });

  it.each(['regeln', 'zustaende', 'fristenrechnung', 'policies'])(
    '%s: was der Code nicht kennt, heißt noch nicht umgesetzt',
    (seite) => {
      const unbekannt = [...zeilen(seite)].filter(
        ([id]) => /^(?:V-|T-|TR|POL-)/u.test(id) && !ALLE.includes(id),
      );
      const verschwiegen = unbekannt.filter(([, zellen]) => !FEHLT_NOCH.test(zellen.join(' ')));
      expect(verschwiegen.map(([id]) => id)).toEqual([]);
    },
  );

  it('nennt zu jeder Zeile eine Quelle', () => {
    const seiten = [
      'regeln',
      'zustaende',
      'daten',
      'auslegungen',
      'policies',
      'abgangsgruende',
      'fristenrechnung',
    ];
    const ohne = seiten.flatMap((seite) => [...zeilen(seite)].filter(([, zellen]) => zellen.at(-1) === ''));
    expect(ohne).toEqual([]);
  });

  it('sagt zu jedem Parameter den Standard, der gilt', () => {
    const tafel = zeilen('policies');
    const abweichend = Object.entries(STANDARD).filter(([id, wert]) => {
      const standard = tafel.get(id)?.[1] ?? '';
      return !standard.startsWith('[') && standard !== `\`${JSON.stringify(wert)}\``;
    });
    expect(abweichend.map(([id]) => id)).toEqual([]);
  });

  // A second list of states, addressees, durations and sources would contradict the catalogue sooner or later.
  it.each([
    { seite: 'zustaende', art: 'Übergänge', ziel: 'ablauf.md', tatsache: /→|\bS\d\d\b/u },
    {
      seite: 'fristenrechnung',
      art: 'Fristen',
      ziel: 'fristen.md',
      tatsache: /CAL-[A-Z]|\d+ (?:Tag|Arbeitstag|Woche|Monat|Jahr)|\b0\d\d(?:\/\d+)? (?:Kap\.|\d)/u,
    },
  ])('$seite: die Tatsachen stehen allein in $ziel', ({ seite, art, ziel, tatsache }) => {
    const tafel = zeilen(seite);
    const erzeugt = ankerVon(lies(`docs/${ziel}`));
    const abweichend = (KENNUNGEN[art] ?? []).filter((id) => {
      const [lesart = '', verweis = '', ...mehr] = tafel.get(id) ?? [];
      const stelle = id.toLowerCase();
      const fuehrtHin = verweis.endsWith(`](../${ziel}#${stelle})`) && erzeugt.includes(stelle);
      return !fuehrtHin || mehr.length > 0 || tatsache.test(lesart);
    });
    expect(abweichend).toEqual([]);
  });

  it('nennt jede Regel blockierend, mit der der Code ablehnt', () => {
    const tafel = zeilen('regeln');
    const code = globSync('domain/**/*.ts', { cwd: WURZEL }).map(lies).join('\n');
    const ablehnend = [...code.matchAll(/verstoss\(\s*'(V-\d+)'/gu)].map(([, id = '']) => id);
    const mild = [...new Set(ablehnend)].filter((id) => !(tafel.get(id)?.[1] ?? '').includes('B'));
    expect(mild).toEqual([]);
    expect(ablehnend.length).toBeGreaterThan(50);
  });

  it('kennt jeden Zustand beim Namen', () => {
    const text = lies('docs/fachkonzept/zustaende.md');
    expect(ZUSTAENDE.filter((zustand) => !text.includes(`\`${zustand}\``))).toEqual([]);
  });

  it('nennt jede Abnahmegeschichte mit ihrem Titel', () => {
    const tafel = zeilen('szenarien');
    const mitGeschichte = geschichten.filter(({ datei }) => titelVon(datei) !== undefined);
    const abweichend = mitGeschichte.filter(({ id, datei }) => tafel.get(id)?.[0] !== titelVon(datei));
    expect(abweichend.map(({ id }) => id)).toEqual([]);
    expect(mitGeschichte.length).toBeGreaterThan(80);
  });
});

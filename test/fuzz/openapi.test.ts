import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { durchgaenge, spieleDurchgaenge } from '../support/saaten.ts';
import { NACHTS, umfang } from '../support/umfang.ts';
import { WIEDERHOLUNG } from '../support/wiederholung.ts';
import { stoerer, stueckname, type Zaehlung } from './stoerer.ts';
import { ablaufstuecke, geschichtenstuecke, type Stueck } from './stuecke.ts';
import { operationen } from './vertrag.ts';

/** Asks a running workflow; test/workflows/api.test.ts plays it. */
const MIT_TEMPORAL = 'get /api/v1/faelle/{fallId}/ablauf';
const ANFRAGEN = umfang({ immer: 1_500, nachts: 10_000 });
const ERFOLGE = 0.3;
const RUNDEN = 6;

/** In another order for every seed, so that a sample holds stories of every kind. */
function gemischt(stuecke: readonly Stueck[], seed: number): readonly Stueck[] {
  const alle = fc.shuffledSubarray([...stuecke], { minLength: stuecke.length });
  return fc.sample(alle, { numRuns: 1, seed })[0] ?? [];
}

describe.each(durchgaenge('fuzz', ANFRAGEN))(
  'S6: jede Operation hält ihren Vertrag, was immer kommt (Saat $saat)',
  ({ saat, laeufe }) => {
    let datenbanken: Datenbanken;
    const { bilanz, vor } = stoerer(operationen(), saat);

    beforeAll(async () => {
      datenbanken = await starteDatenbanken();
    });
    afterAll(() => datenbanken.stop());

    const gezaehlt = (): [string, Zaehlung][] => [...bilanz.je].filter(([name]) => name !== MIT_TEMPORAL);
    const gesamt = (): number => gezaehlt().reduce((summe, [, { anfragen }]) => summe + anfragen, 0);
    const zuSelten = (): [string, Zaehlung][] =>
      gezaehlt().filter(([, { anfragen, erfolge }]) => erfolge < Math.max(1, anfragen * ERFOLGE));
    const genug = (): boolean => gesamt() >= laeufe && zuSelten().length === 0;

    /** At night each story is played at least once; beyond the number only those with a command that succeeds too rarely. */
    function dran({ name, operationen: noetige }: Stueck, runde: number): boolean {
      if (WIEDERHOLUNG.stueck !== null) return stueckname({ stueck: name, runde }) === WIEDERHOLUNG.stueck;
      const neu = noetige.size === 0 || (NACHTS && runde === 0) || gesamt() < laeufe;
      return neu || zuSelten().some(([op]) => noetige.has(op));
    }

    it('spielt Geschichten und Abläufe mit Störungen', async () => {
      const stuecke = [...ablaufstuecke(), ...gemischt(geschichtenstuecke(), saat)];
      await spieleDurchgaenge({ name: 'fuzz', alle: [{ saat, laeufe }] }, async () => {
        for (let runde = 0; runde < RUNDEN && !(runde > 0 && genug()); runde++)
          for (const stueck of stuecke)
            if (dran(stueck, runde))
              await stueck.spiele({ databaseUrl: await datenbanken.neue(), runde, vor });
        expect(bilanz.verstoesse.slice(0, 5).join('\n\n')).toBe('');
      });
    }, 1_200_000);

    it.skipIf(WIEDERHOLUNG.stueck !== null)(
      `stellt mindestens ${laeufe} Anfragen, und jede Operation gelingt in mindestens 30 von 100`,
      () => {
        console.info(`${gesamt()} Anfragen an ${gezaehlt().length} Operationen`);
        expect(zuSelten()).toEqual([]);
        expect(gesamt()).toBeGreaterThanOrEqual(laeufe);
      },
    );
  },
);

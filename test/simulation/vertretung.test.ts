import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evolve } from '../../domain/fall/evolve.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import { nachrichten } from '../../domain/fall/nachrichten.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { istAbwesend, type Abwesenheit } from '../../domain/organisation/abwesenheit.ts';
import { vertretungFuer, type Vertretungslage } from '../../domain/organisation/vertretung.ts';
import { NEU } from '../../tools/simulation/bauen.ts';
import { lebe } from '../../tools/simulation/leben.ts';
import { FM, FM2, TL } from '../../tools/simulation/vorgaben.ts';
import { partie } from '../../tools/simulation/zuege.ts';
import { durchgaenge, spieleDurchgaenge } from '../support/saaten.ts';
import { umfang } from '../support/umfang.ts';

const RING = [FM, FM2, TL];
/** A colleague away in every month in which one of the numbers is drawn. */
const abwesend = fc.array(fc.tuple(fc.constantFrom(...RING), fc.integer({ min: 0, max: 47 })), {
  maxLength: 60,
});

const monat = (nummer: number): string =>
  `${2024 + Math.floor(nummer / 12)}-${String((nummer % 12) + 1).padStart(2, '0')}`;

it('AC-86: keine Frist geht durch Abwesenheit verloren: jede Meldung an die FM erreicht genau eine Person, die da ist', async () => {
  let vertreten = 0;
  const jedes = fc.property(partie, abwesend, (eine, weg) => {
    const abwesenheiten: Abwesenheit[] = weg.map(([wer, n]) => ({
      wer,
      von: `${monat(n)}-01`,
      bis: `${monat(n)}-28`,
    }));
    let vorher: Fall = NEU;
    for (const ereignis of lebe(eine).ereignisse) {
      const nachher = evolve(vorher, ereignis);
      const tag = ortstag(ereignis.am);
      const vertretungslage: Vertretungslage = { ring: RING, taetig: new Set(RING), abwesenheiten, tag };
      const da = (wer: string): boolean => !istAbwesend(wer, tag, abwesenheiten);
      for (const meldung of nachrichten(ereignis, vorher, nachher).filter(({ an }) => an === 'fm')) {
        const empfaenger = vertretungFuer(meldung, vertretungslage) ?? meldung.person;
        if (empfaenger !== meldung.person) vertreten += 1;
        // Where nobody of the ring is there, the message waits with the responsible FM and POL-ESC tells the TL.
        expect(RING).toContain(empfaenger);
        if (RING.some(da)) expect(da(empfaenger ?? '')).toBe(true);
      }
      vorher = nachher;
    }
  });
  const leben = umfang({ immer: 500, nachts: 2_000 });
  const alle = durchgaenge('vertretung', leben);
  await spieleDurchgaenge({ name: 'vertretung', alle }, ({ saat, laeufe }) => {
    fc.assert(jedes, { numRuns: laeufe, seed: saat });
  });
  expect(vertreten).toBeGreaterThan(100);
});

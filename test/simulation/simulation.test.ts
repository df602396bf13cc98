import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eroeffnet } from '../../domain/fall/befehle.ts';
import { BEFEHLSRECHTE, type Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { ZUSTAENDE } from '../../domain/kennungen.ts';
import { verletzt } from '../../tools/simulation/invarianten.ts';
import { lebe, type Leben } from '../../tools/simulation/leben.ts';
import { partie } from '../../tools/simulation/zuege.ts';
import { durchgaenge, spieleDurchgaenge } from '../support/saaten.ts';
import { umfang } from '../support/umfang.ts';

/** Lives a run plays; one that fails is played again by `node tools/simulation/main.ts <lives> <seed>`. */
const LEBEN = umfang({ immer: 2_500, nachts: 10_000 });

describe('zufällige Leben eines Falls', () => {
  const angenommen = new Set<string>();
  const zustaende = new Set<string>();
  const merke = ({ stationen }: Leben): void => {
    for (const { befehl, abgelehnt, nachher } of stationen) {
      if (!abgelehnt) angenommen.add(befehl.befehl);
      zustaende.add(nachher.zustand);
    }
  };

  it(`halten jede Invariante (${LEBEN} Leben)`, async () => {
    const jedes = fc.property(partie, (eine) => {
      const leben = lebe(eine);
      merke(leben);
      expect(verletzt(leben)).toEqual([]);
    });
    const alle = durchgaenge('leben', LEBEN);
    await spieleDurchgaenge({ name: 'leben', alle }, ({ saat, laeufe }) => {
      fc.assert(jedes, { numRuns: laeufe, seed: saat });
    });
  }, 1_200_000);

  it('kommen weit: jeder Befehl wurde angenommen, jeder Zustand erreicht', () => {
    const namen = Object.keys(BEFEHLSRECHTE) as Sachbefehl[];
    // What opens a case is refused by one that exists.
    const erwartet = namen.filter((name) => !eroeffnet(name));
    expect(erwartet.filter((name) => !angenommen.has(name))).toEqual([]);
    expect(ZUSTAENDE.filter((zustand) => !zustaende.has(zustand))).toEqual([]);
  });
});

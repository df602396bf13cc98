import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eroeffnet } from '../../domain/fall/befehle.ts';
import { BEFEHLSRECHTE, type Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { ZUSTAENDE } from '../../domain/kennungen.ts';
import { verletzt } from '../../tools/simulation/invarianten.ts';
import { lebe, type Leben } from '../../tools/simulation/leben.ts';
import { partie } from '../../tools/simulation/zuege.ts';

/** Lives a run plays; a fresh seed each time, printed, so that a failure can be played again. */
const LEBEN = 10_000;

describe('zufällige Leben eines Falls', () => {
  const angenommen = new Set<string>();
  const zustaende = new Set<string>();
  const merke = ({ stationen }: Leben): void => {
    for (const { befehl, abgelehnt, nachher } of stationen) {
      if (!abgelehnt) angenommen.add(befehl.befehl);
      zustaende.add(nachher.zustand);
    }
  };

  it(`halten jede Invariante (${LEBEN} Leben)`, () => {
    const seed = randomInt(2 ** 31);
    console.log(`Saat ${seed}: node tools/simulation/main.ts ${LEBEN} ${seed}`);
    fc.assert(
      fc.property(partie, (eine) => {
        const leben = lebe(eine);
        merke(leben);
        expect(verletzt(leben)).toEqual([]);
      }),
      { numRuns: LEBEN, seed },
    );
  });

  it('kommen weit: jeder Befehl wurde angenommen, jeder Zustand erreicht', () => {
    const namen = Object.keys(BEFEHLSRECHTE) as Sachbefehl[];
    // What opens a case is refused by one that exists.
    const erwartet = namen.filter((name) => !eroeffnet(name));
    expect(erwartet.filter((name) => !angenommen.has(name))).toEqual([]);
    expect(ZUSTAENDE.filter((zustand) => !zustaende.has(zustand))).toEqual([]);
  });
});

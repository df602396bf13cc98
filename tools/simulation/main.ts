/**
 * Random lives of cases against every invariant: node tools/simulation/main.ts [lives] [seed] [--roh].
 * Exit 1 names the broken one with the smallest life that breaks it; --roh takes the first one found.
 */
import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { lebe } from './leben.ts';
import { verletzt } from './invarianten.ts';
import { partie } from './zuege.ts';

const [anzahl = '10000', saat = String(randomInt(2 ** 31)), roh] = process.argv.slice(2);
const seed = Number(saat);
const ergebnis = fc.check(
  fc.property(partie, (eine) => {
    const verletzungen = verletzt(lebe(eine));
    if (verletzungen.length > 0) throw new Error(verletzungen.join('\n'));
  }),
  { numRuns: Number(anzahl), seed, endOnFailure: roh === '--roh' },
);
console.log(`${ergebnis.numRuns} Leben, Saat ${seed}`);
if (ergebnis.failed) {
  console.error(ergebnis.errorInstance instanceof Error ? ergebnis.errorInstance.message : '');
  console.error(JSON.stringify(ergebnis.counterexample));
  process.exitCode = 1;
}

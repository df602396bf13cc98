/**
 * Maintenance: `npm run --silent ops -- …`. Exit 0: in order; 2: a difference or a finding is left; 1: it could not be
 * done; 64: wrong call.
 */
import { liesAufruf, uebersicht } from './aufruf.ts';
import { alsProgramm } from './bedienfehler.ts';
import { UNTERBEFEHLE } from './befehle.ts';
import { pruefeWege } from './wege.ts';

const argumente = process.argv.slice(2);
const arbeit = liesAufruf(argumente, UNTERBEFEHLE);
if (argumente.length === 0) {
  console.log(uebersicht(UNTERBEFEHLE));
} else if (arbeit === null) {
  console.error(uebersicht(UNTERBEFEHLE));
  process.exitCode = 64;
} else {
  await alsProgramm(async () => {
    pruefeWege(process.env);
    process.exitCode = await arbeit(process.env);
  });
}

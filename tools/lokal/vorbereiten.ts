import { alsProgramm } from '../../ops/bedienfehler.ts';
import type { Melder } from './melder.ts';
import { postgresBenutzer } from './postgres-benutzer.ts';
import { findePostgres } from './postgres-programme.ts';
import { findeTemporal } from './temporal-programm.ts';
import { findeZeitserver } from './zeitserver-programm.ts';

const melde: Melder = (satz) => {
  console.log(satz);
};

/** Makes every program the tests start available beforehand, so that no test waits for a build. */
await alsProgramm(async () => {
  await findePostgres(postgresBenutzer().uid !== undefined, melde);
  await findeZeitserver(melde);
  await findeTemporal(melde);
  melde('PostgreSQL, Zeitserver und Temporal sind da.');
});

import { alsProgramm, BedienFehler } from '../../ops/bedienfehler.ts';
import { schreibeBuendel } from '../../worker/buendeldatei.ts';

/** Bundles the workflows for a release: `npm run buendel -- <Datei>`; the worker finds it by LOTSE_WORKFLOWBUENDEL. */
await alsProgramm(async () => {
  const [datei] = process.argv.slice(2);
  if (datei === undefined)
    throw new BedienFehler('Wohin mit dem Bündel?', 'Aufruf: npm run buendel -- <Datei>.');
  await schreibeBuendel(datei);
  console.log(datei);
});

import { setTimeout as warte } from 'node:timers/promises';
import { alsProgramm } from '../../ops/bedienfehler.ts';
import type { Melder } from '../lokal/melder.ts';
import { Ablauf } from './ablauf.ts';
import { ersterAbbruch } from './abbruch.ts';
import { ladeEinstellungen } from './einstellungen.ts';
import { entferneLaufzettel } from './laufzettel.ts';
import { starteAlles } from './start.ts';
import { tafel } from './tafel.ts';

const melde: Melder = (satz) => {
  console.log(satz);
};

await alsProgramm(async () => {
  const werte = ladeEinstellungen(process.env);
  const abbruch = ersterAbbruch(melde);
  const ablauf = new Ablauf(melde);
  melde(tafel(werte));
  const start = starteAlles(werte, ablauf, melde);
  try {
    const ereignis = await Promise.race([start, abbruch, ablauf.ausfall]);
    if (ereignis === undefined) melde('Lotse ist bereit. Strg-C beendet alles.');
    const schluss = ereignis ?? (await Promise.race([abbruch, ablauf.ausfall]));
    if (schluss !== 'abbruch') throw schluss;
    ablauf.brichAb();
    melde('Lotse wird beendet.');
    // A part that is just coming up joins the others and is stopped with them; a long build is not waited for.
    await Promise.race([start.catch(() => undefined), warte(2_000)]);
  } finally {
    start.catch(() => undefined);
    await ablauf.stop();
    await entferneLaufzettel(werte.LOTSE_DATEN);
  }
  melde('Lotse ist beendet.');
});
process.exit();

import type { Fristaenderung, Fristereignis, Friststand } from './frist.ts';
import { LAUF } from './fristzeilen.ts';
import { GEMERKT } from './tatsache.ts';

function neuerStand(bisher: Friststand | undefined, neu: Fristaenderung): Friststand {
  const { id, vorkommen, beginn, start, roh, faellig, ende, ruht } = neu;
  // A moved due day starts a new ladder; a duty that merely comes back goes on where it stood.
  const gleicheLeiter = bisher?.faellig === faellig;
  const nr = gleicheLeiter ? bisher.nr : 0;
  const lauf = gleicheLeiter ? bisher.lauf : 'offen';
  const art = neu.nurErinnerung === true ? { nurErinnerung: true as const } : {};
  const verlegt = neu.verlegt ?? bisher?.verlegt;
  const weg = verlegt === undefined ? {} : { verlegt };
  return { id, vorkommen, beginn, start, roh, faellig, nr, lauf, ende, ruht, ...art, ...weg };
}

/** Ended duties of a recurring kind beyond the newest few are forgotten here and stay in the record. */
function gekuerzt(fristen: readonly Friststand[]): readonly Friststand[] {
  return fristen.filter(
    (f) =>
      f.ende === null || fristen.filter((g) => g.id === f.id && g.vorkommen > f.vorkommen).length <= GEMERKT,
  );
}

function berechnet(
  bisher: readonly Friststand[],
  eintraege: readonly Fristaenderung[],
): readonly Friststand[] {
  const fristen = [...bisher];
  for (const neu of eintraege) {
    const stelle = fristen.findIndex((f) => f.id === neu.id && f.vorkommen === neu.vorkommen);
    if (stelle === -1) fristen.push(neuerStand(undefined, neu));
    else fristen[stelle] = neuerStand(fristen[stelle], neu);
  }
  return gekuerzt(fristen);
}

/** Folds what happened to the duties into them. */
export function evolveFristen(bisher: readonly Friststand[], ereignis: Fristereignis): readonly Friststand[] {
  if (ereignis.art === 'fristen_berechnet') return berechnet(bisher, ereignis.eintraege);
  return bisher.map((frist) => {
    const letzter = ereignis.schritte
      .filter((s) => s.id === frist.id && s.vorkommen === frist.vorkommen)
      .at(-1);
    return letzter === undefined ? frist : { ...frist, nr: letzter.nr, lauf: LAUF[letzter.stufe] };
  });
}

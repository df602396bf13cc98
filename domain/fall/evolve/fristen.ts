import type { EreignisVon, Fristaenderung } from '../ereignisse.ts';
import type { BestehenderFall, Friststand } from '../fall.ts';
import { LAUF } from '../fristzeilen.ts';
import { GEMERKT } from './tatsache.ts';

function neuerStand(bisher: Friststand | undefined, neu: Fristaenderung): Friststand {
  const { id, vorkommen, beginn, start, roh, faellig, ende, ruht } = neu;
  // A moved due day starts a new ladder; a duty that merely comes back goes on where it stood.
  const gleicheLeiter = bisher?.faellig === faellig;
  const nr = gleicheLeiter ? bisher.nr : 0;
  const lauf = gleicheLeiter ? bisher.lauf : 'offen';
  return { id, vorkommen, beginn, start, roh, faellig, nr, lauf, ende, ruht };
}

/** Ended duties of a recurring kind beyond the newest few are forgotten here and stay in the record. */
function gekuerzt(fristen: readonly Friststand[]): readonly Friststand[] {
  return fristen.filter(
    (f) =>
      f.ende === null || fristen.filter((g) => g.id === f.id && g.vorkommen > f.vorkommen).length <= GEMERKT,
  );
}

export function evolveFristen(
  fall: BestehenderFall,
  ereignis: EreignisVon<'fristen_berechnet'>,
): BestehenderFall {
  const fristen = [...fall.fristen];
  for (const neu of ereignis.eintraege) {
    const stelle = fristen.findIndex((f) => f.id === neu.id && f.vorkommen === neu.vorkommen);
    if (stelle === -1) fristen.push(neuerStand(undefined, neu));
    else fristen[stelle] = neuerStand(fristen[stelle], neu);
  }
  return { ...fall, fristen: gekuerzt(fristen) };
}

export function evolveSchritte(
  fall: BestehenderFall,
  ereignis: EreignisVon<'frist_schritte'>,
): BestehenderFall {
  const fristen = fall.fristen.map((frist) => {
    const letzter = ereignis.schritte
      .filter((s) => s.id === frist.id && s.vorkommen === frist.vorkommen)
      .at(-1);
    return letzter === undefined ? frist : { ...frist, nr: letzter.nr, lauf: LAUF[letzter.stufe] };
  });
  return { ...fall, fristen };
}

import type { Begleitung, BestehenderFall, Tatsache } from '../fall.ts';
import { angehaengt, einsortiert, GEMERKT } from './tatsache.ts';

function inBegleitung(begleitung: Begleitung, kontakt: Tatsache): Begleitung {
  const { liste, vorher } = angehaengt(begleitung.kontakte, begleitung.kontakteVorher, kontakt);
  return ohneVergangenes({ ...begleitung, kontakte: liste, kontakteVorher: vorher });
}

/** Measures and Gutachten that no remembered contact can touch any more; the Gutachten counted last keeps the count. */
function ohneVergangenes(begleitung: Begleitung): Begleitung {
  const { kontakte, kontakteVorher, massnahmen, gutachten } = begleitung;
  const ab = kontakte[0]?.am;
  if (kontakteVorher === 0 || ab === undefined) return begleitung;
  const letzte = Math.max(...gutachten.map(({ nummer }) => nummer));
  return {
    ...begleitung,
    massnahmen: massnahmen.filter(({ bis, ende }) => (ende?.am ?? bis) >= ab),
    gutachten: gutachten.filter(({ unterlagen, widerruf, nummer }) => {
      const ende = unterlagen ?? widerruf;
      return ende === null || ende.am > ab || nummer === letzte;
    }),
  };
}

/** The bounded list of counting contacts no Fallzugang has come before. */
export function gemerkteKontakte(liste: readonly Tatsache[], neu: Tatsache): readonly Tatsache[] {
  return einsortiert(liste, neu).slice(-GEMERKT);
}

/**
 * A counting contact: held after the Fallzugang it moves T-10; one from before is kept in case the Fallzugang is
 * corrected to an earlier day (TR58).
 */
export function mitKontakt(fall: BestehenderFall, kontakt: Tatsache): BestehenderFall {
  if ('begleitung' in fall && kontakt.am > fall.begleitung.fallzugang.am) {
    return { ...fall, begleitung: inBegleitung(fall.begleitung, kontakt) };
  }
  if (!('weg' in fall) || fall.weg === null) return fall;
  const weg = { ...fall.weg, kontakte: gemerkteKontakte(fall.weg.kontakte, kontakt) };
  // Every state with a way keeps its own data; the compiler cannot join the union again.
  return { ...fall, weg };
}

/** Contacts kept from before that lie after the Fallzugang take their place in the chain, also once it was corrected. */
export function mitSpaeterenKontakten(begleitung: Begleitung, vorher: readonly Tatsache[]): Begleitung {
  const bekannt = new Set(begleitung.kontakte.map((k) => k.ereignis));
  return vorher
    .filter((k) => k.am > begleitung.fallzugang.am && !bekannt.has(k.ereignis))
    .reduce(inBegleitung, begleitung);
}

import type { Aktenleser } from '../../../api/befehle/fakten/aktenleser.ts';
import { laeuftNoch, vormerkungVon, wegVon, type BestehenderFall } from '../../../domain/fall/fall.ts';
import type { Besprechungsfall } from '../../../domain/team/besprechungsliste.ts';
import { kennung } from '../verweise.ts';
import type { Welt } from './welt.ts';

function besprechungsfall(fall: BestehenderFall): Besprechungsfall {
  const zuordnung = wegVon(fall)?.zuordnung ?? null;
  return {
    fall: fall.fallId,
    wartet: fall.zustand === 'vorgemerkt',
    vorgemerktAm: vormerkungVon(fall).am,
    zugeordnetAm: zuordnung?.am ?? null,
    fm: zuordnung?.fm ?? null,
  };
}

/** Running cases, from the Fallzugang until the Fallabgang. */
function laufende({ faelle }: Welt): BestehenderFall[] {
  return faelle.map(({ fall }) => fall).filter((fall) => laeuftNoch(fall) && 'begleitung' in fall);
}

type Teamleser = Pick<
  Aktenleser,
  'potenzialkopf' | 'teamkopf' | 'besprechungsfaelle' | 'ziehbare' | 'teamlast' | 'berichtspflichtige'
>;

/** What check records and the calendar of the one team tell. */
export function teamleser(welt: Welt): Teamleser {
  const { geschichte } = welt;
  return {
    potenzialkopf: (personId) => {
      const akten = [...welt.potenziale.values()];
      const stand = akten.find(({ label }) => kennung('person', label) === personId)?.lage;
      return Promise.resolve(stand === undefined || stand.zustand === 'neu' ? null : { stand });
    },
    teamkopf: () => Promise.resolve(welt.team),
    besprechungsfaelle: () => Promise.resolve(welt.faelle.map(({ fall }) => besprechungsfall(fall))),
    ziehbare: () =>
      Promise.resolve(laufende(welt).map(({ fallId: fall, fallnummer }) => ({ fall, fallnummer }))),
    teamlast: () => {
      const fms = geschichte.personal.filter(({ rolle, aktiv }) => rolle === 'fm' && aktiv);
      const hundertstel = fms.reduce((summe, { anteil }) => summe + Math.round(anteil * 100), 0);
      return Promise.resolve({ faelle: laufende(welt).length, vollzeit: hundertstel / 100 });
    },
    // Stories give every provider with an agreement the duty to report.
    berichtspflichtige: () =>
      Promise.resolve(
        geschichte.leistungserbringer
          .filter(({ grundlage }) => grundlage === 'vereinbarung')
          .map(({ id }) => kennung('leistungserbringer', id))
          .sort(),
      ),
  };
}

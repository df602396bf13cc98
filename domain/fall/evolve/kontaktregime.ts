import { exhaustive } from '../../exhaustive.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istInBegleitung, type Begleitung, type BestehenderFall, type Terminabsage } from '../fall.ts';
import { mitPhase } from '../phasen.ts';
import { einsortiert, GEMERKT, tatsache } from './tatsache.ts';

export type Regimeereignis = EreignisVon<
  | 'massnahme_begonnen'
  | 'massnahme_beendet'
  | 'gutachten_eingeleitet'
  | 'gutachten_unterlagen_erfasst'
  | 'begleitperson_zu_informieren'
  | 'begleitperson_informiert'
  | 'handlungsbedarfe_uebernommen'
>;

/** The number after the highest of a list that may have lost its oldest entries. */
const naechsteNummer = (liste: readonly { readonly nummer: number }[]): number =>
  Math.max(0, ...liste.map(({ nummer }) => nummer)) + 1;

/** Open tasks stay; of those done only the newest do, the record has them all. */
function gekuerzt(absagen: readonly Terminabsage[]): readonly Terminabsage[] {
  const erledigt = absagen.filter(({ informiert }) => informiert !== null).slice(-GEMERKT);
  return absagen.filter((absage) => absage.informiert === null || erledigt.includes(absage));
}

function termine(
  fall: BestehenderFall,
  ereignis: EreignisVon<'begleitperson_zu_informieren' | 'begleitperson_informiert'>,
): BestehenderFall {
  const neu = tatsache(ereignis);
  const { terminabsagen } = fall;
  const liste =
    ereignis.art === 'begleitperson_zu_informieren'
      ? einsortiert(terminabsagen, { ...neu, nummer: naechsteNummer(terminabsagen), informiert: null })
      : terminabsagen.map((a) => (a.informiert === null && a.am <= neu.am ? { ...a, informiert: neu } : a));
  return { ...fall, terminabsagen: gekuerzt(liste) };
}

function massnahmen(
  begleitung: Begleitung,
  ereignis: EreignisVon<'massnahme_begonnen' | 'massnahme_beendet'>,
): Begleitung {
  const neu = tatsache(ereignis);
  if (ereignis.art === 'massnahme_beendet') {
    const beendet = begleitung.massnahmen.map((m) =>
      m.ereignis === ereignis.massnahme ? { ...m, ende: neu } : m,
    );
    return { ...begleitung, massnahmen: beendet };
  }
  const { von, bis } = ereignis;
  const liste = einsortiert(begleitung.massnahmen, { ...neu, am: von, bis, ende: null });
  return mitPhase({ ...begleitung, massnahmen: liste }, 'fall_und_leistungssteuerung', neu.am);
}

function gutachten(
  begleitung: Begleitung,
  ereignis: EreignisVon<'gutachten_eingeleitet' | 'gutachten_unterlagen_erfasst'>,
): Begleitung {
  const neu = tatsache(ereignis);
  const liste = begleitung.gutachten;
  if (ereignis.art === 'gutachten_eingeleitet') {
    const { einwilligung } = ereignis;
    const eines = {
      ...neu,
      nummer: naechsteNummer(liste),
      einwilligung,
      unterlagen: null,
      widerruf: null,
    };
    return { ...begleitung, gutachten: einsortiert(liste, eines) };
  }
  const { nummer } = ereignis;
  return {
    ...begleitung,
    gutachten: liste.map((g) => (g.nummer === nummer ? { ...g, unterlagen: neu } : g)),
  };
}

function inBegleitung(
  begleitung: Begleitung,
  ereignis: Parameters<typeof massnahmen>[1] | Parameters<typeof gutachten>[1],
): Begleitung {
  switch (ereignis.art) {
    case 'massnahme_begonnen':
    case 'massnahme_beendet':
      return massnahmen(begleitung, ereignis);
    case 'gutachten_eingeleitet':
    case 'gutachten_unterlagen_erfasst':
      return gutachten(begleitung, ereignis);
    default:
      return exhaustive(ereignis);
  }
}

/** Appointments, Auffälligkeiten, and what changes how often a contact is due. Before the Fallzugang only appointments matter. */
export function evolveKontaktregime(fall: BestehenderFall, ereignis: Regimeereignis): BestehenderFall {
  if (ereignis.art === 'begleitperson_zu_informieren' || ereignis.art === 'begleitperson_informiert') {
    return termine(fall, ereignis);
  }
  if (ereignis.art === 'handlungsbedarfe_uebernommen') {
    const andere = fall.auffaelligkeiten.filter((a) => a !== 'handlungsbedarfe');
    return {
      ...fall,
      auffaelligkeiten: ereignis.unterMindestzahl ? [...andere, 'handlungsbedarfe'] : andere,
    };
  }
  return istInBegleitung(fall) ? { ...fall, begleitung: inBegleitung(fall.begleitung, ereignis) } : fall;
}

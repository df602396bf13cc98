import type { EreignisVon } from '../ereignisse.ts';
import type { Begleitung, BestehenderFall, Terminabsage } from '../fall.ts';
import { mitPhase } from '../phasen.ts';
import { einsortiert, GEMERKT, tatsache } from './tatsache.ts';
import { inBegleitung, type Folgezeilen } from './zeilen.ts';

/** The number after the highest of a list that may have lost its oldest entries. */
const naechsteNummer = (liste: readonly { readonly nummer: number }[]): number =>
  Math.max(0, ...liste.map(({ nummer }) => nummer)) + 1;

/** Open tasks stay; of those done only the newest do, the record has them all. */
function gekuerzt(absagen: readonly Terminabsage[]): readonly Terminabsage[] {
  const erledigt = absagen.filter(({ informiert }) => informiert !== null).slice(-GEMERKT);
  return absagen.filter((absage) => absage.informiert === null || erledigt.includes(absage));
}

function abgesagt(
  fall: BestehenderFall,
  ereignis: EreignisVon<'begleitperson_zu_informieren'>,
): BestehenderFall {
  const { terminabsagen } = fall;
  const { begleitperson } = ereignis;
  const neu = {
    ...tatsache(ereignis),
    nummer: naechsteNummer(terminabsagen),
    ...(begleitperson === undefined ? {} : { begleitperson }),
    informiert: null,
  };
  return { ...fall, terminabsagen: gekuerzt(einsortiert(terminabsagen, neu)) };
}

function informiert(
  fall: BestehenderFall,
  ereignis: EreignisVon<'begleitperson_informiert'>,
): BestehenderFall {
  const neu = tatsache(ereignis);
  const gemeint = ({ nummer, am }: Terminabsage): boolean =>
    ereignis.absagen?.includes(nummer) ?? am <= neu.am;
  const liste = fall.terminabsagen.map((a) =>
    a.informiert === null && gemeint(a) ? { ...a, informiert: neu } : a,
  );
  return { ...fall, terminabsagen: gekuerzt(liste) };
}

function massnahmeBegonnen(begleitung: Begleitung, ereignis: EreignisVon<'massnahme_begonnen'>): Begleitung {
  const neu = tatsache(ereignis);
  const { von, bis } = ereignis;
  const massnahmen = einsortiert(begleitung.massnahmen, { ...neu, am: von, bis, ende: null });
  return mitPhase({ ...begleitung, massnahmen }, 'fall_und_leistungssteuerung', neu.am);
}

function massnahmeBeendet(begleitung: Begleitung, ereignis: EreignisVon<'massnahme_beendet'>): Begleitung {
  const ende = tatsache(ereignis);
  const massnahmen = begleitung.massnahmen.map((m) =>
    m.ereignis === ereignis.massnahme ? { ...m, ende } : m,
  );
  return { ...begleitung, massnahmen };
}

function gutachtenEingeleitet(
  begleitung: Begleitung,
  ereignis: EreignisVon<'gutachten_eingeleitet'>,
): Begleitung {
  const { gutachten } = begleitung;
  const neu = {
    ...tatsache(ereignis),
    nummer: naechsteNummer(gutachten),
    einwilligung: ereignis.einwilligung,
    unterlagen: null,
    widerruf: null,
  };
  return { ...begleitung, gutachten: einsortiert(gutachten, neu) };
}

function unterlagenErfasst(
  begleitung: Begleitung,
  ereignis: EreignisVon<'gutachten_unterlagen_erfasst'>,
): Begleitung {
  const unterlagen = tatsache(ereignis);
  const gutachten = begleitung.gutachten.map((g) =>
    g.nummer === ereignis.nummer ? { ...g, unterlagen } : g,
  );
  return { ...begleitung, gutachten };
}

function handlungsbedarfe(
  fall: BestehenderFall,
  { unterMindestzahl }: EreignisVon<'handlungsbedarfe_uebernommen'>,
): BestehenderFall {
  const andere = fall.auffaelligkeiten.filter((a) => a !== 'handlungsbedarfe');
  return { ...fall, auffaelligkeiten: unterMindestzahl ? [...andere, 'handlungsbedarfe'] : andere };
}

/** Appointments, Auffälligkeiten, and what changes how often a contact is due. Before the Fallzugang only appointments matter. */
export const KONTAKTREGIME = {
  massnahme_begonnen: inBegleitung(massnahmeBegonnen),
  massnahme_beendet: inBegleitung(massnahmeBeendet),
  gutachten_eingeleitet: inBegleitung(gutachtenEingeleitet),
  gutachten_unterlagen_erfasst: inBegleitung(unterlagenErfasst),
  begleitperson_zu_informieren: abgesagt,
  begleitperson_informiert: informiert,
  handlungsbedarfe_uebernommen: handlungsbedarfe,
} satisfies Partial<Folgezeilen>;

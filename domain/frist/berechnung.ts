import type { Dauer, Fristauftrag, Fristregel, Herleitungsschritt } from './auftrag.ts';
import { leiteHer } from './herleitung.ts';
import type { Kalender } from './kalender.ts';
import { naechsterArbeitstag, plusArbeitstage, vorherigerArbeitstag } from './kalender.ts';
import type { Tag } from './tag.ts';
import { plusMonate, plusTage } from './tag.ts';
import type { Instant } from './zeitzone.ts';
import { feuertAb } from './zeitzone.ts';

export * from './auftrag.ts';

/** Raw end, due day, the instant from which it is overdue, and the way there. */
export type Fristergebnis = { roh: Tag; faellig: Tag; feuertAb: Instant; herleitung: Herleitungsschritt[] };

const plusDauer = (tag: Tag, { einheit, anzahl }: Dauer, kalender: Kalender): Tag => {
  switch (einheit) {
    case 'tage':
      return plusTage(tag, anzahl);
    case 'arbeitstage':
      return plusArbeitstage(tag, anzahl, kalender);
    case 'wochen':
      return plusTage(tag, 7 * anzahl);
    case 'monate':
      return plusMonate(tag, anzahl);
    case 'jahre':
      return plusMonate(tag, 12 * anzahl);
  }
};

/** End by day, week or month arithmetic, before it rolls (§§ 187, 188 BGB). */
export const rohesEnde = (auftrag: Fristauftrag, kalender: Kalender): Tag => {
  const { regel, ereignis, dauer, vorkommen = 1, variante, tagDanach } = auftrag;
  if (regel === 'CAL-T' || dauer === null) return ereignis;
  const anzahl = vorkommen * dauer.anzahl;
  if (regel !== 'CAL-R') {
    const ende = plusDauer(ereignis, { ...dauer, anzahl }, kalender);
    return tagDanach === true ? plusTage(ende, 1) : ende;
  }
  const zurueck = plusDauer(ereignis, { ...dauer, anzahl: -anzahl }, kalender);
  return variante === 'KLARE_MONATE' ? plusTage(zurueck, -1) : zurueck;
};

const verschiebe = (roh: Tag, regel: Fristregel, kalender: Kalender): Tag => {
  switch (regel) {
    case 'CAL-F':
      return naechsterArbeitstag(roh, kalender);
    case 'CAL-R':
      return vorherigerArbeitstag(roh, kalender);
    case 'CAL-Z':
    case 'CAL-T':
      return roh;
  }
};

/** Last day on which the act is in time: the raw end, rolled as the rule says (§ 26 Abs. 3 SGB X, § 193 BGB). */
export const faelligAm = (auftrag: Fristauftrag, kalender: Kalender): Tag =>
  verschiebe(rohesEnde(auftrag, kalender), auftrag.regel, kalender);

/** Raw end, due day, firing instant (00:00 Europe/Berlin of the day after) and the derivation in words. */
export const berechneFrist = (auftrag: Fristauftrag, kalender: Kalender): Fristergebnis => {
  const roh = rohesEnde(auftrag, kalender);
  const faellig = verschiebe(roh, auftrag.regel, kalender);
  return {
    roh,
    faellig,
    feuertAb: feuertAb(faellig),
    herleitung: leiteHer({ auftrag, kalender, roh, faellig }),
  };
};

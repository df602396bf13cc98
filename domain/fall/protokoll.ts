import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Assessmentbereich, Assessmentquelle, Reaktion } from './beratung.ts';
import type { Ereignis, EreignisVon } from './ereignisse.ts';
import { ohneZurueckgezogenes } from './ruecknahme.ts';

/** One entry of the Assessment with everything that was ever said about it; texts by the ids of their documents. */
export type Protokolleintrag = {
  readonly nummer: number;
  readonly fassung: number;
  readonly erfasstAm: Tag;
  readonly bereich: Assessmentbereich;
  readonly handlungsbedarf: string;
  readonly quelle: Assessmentquelle;
  readonly aussage: 'tatsache' | 'einschaetzung';
  readonly nachEigenemBekunden: boolean;
  readonly ueberBg: boolean;
  /** The newest; an entry the person rejected stays, marked (AC-39). */
  readonly reaktion: Reaktion;
  readonly loeschenSpaetestens: Tag;
  readonly dokumente: readonly string[];
};

/** A version of the Assessment from its beginning to its closing (E16). */
export type Protokollfassung = {
  readonly fassung: number;
  readonly begonnenAm: Tag;
  readonly freiwilligkeitErklaertAm: Tag;
  readonly abgeschlossenAm: Tag | null;
  readonly unterrichtetAm: Tag | null;
  readonly dokumente: readonly string[];
};

export type Protokoll = {
  readonly fassungen: readonly Protokollfassung[];
  readonly eintraege: readonly Protokolleintrag[];
};

const tagVon = ({ ereignisAm, am }: Ereignis): Tag => ereignisAm ?? ortstag(am);
const idsVon = ({ dokumente }: Ereignis): string[] => dokumente.map(({ id }) => id);

/** A correction (TR58) and a reaction add their words to the entry; neither removes any. */
function eintrag(
  ereignis: EreignisVon<'assessment_eintrag_erfasst'>,
  alle: readonly Ereignis[],
  fassung: number,
): Protokolleintrag {
  const { nummer, bereich, handlungsbedarf, quelle, aussage } = ereignis;
  const { nachEigenemBekunden, ueberBg, loeschenSpaetestens } = ereignis;
  const reaktionen = alle.filter((e) => e.art === 'assessment_reaktion_erfasst' && e.nummer === nummer);
  const berichtigungen = alle.filter((e) => e.art === 'berichtigt' && e.bezug === ereignis.id);
  const letzte = reaktionen.at(-1);
  return {
    nummer,
    fassung,
    erfasstAm: tagVon(ereignis),
    bereich,
    handlungsbedarf,
    quelle,
    aussage,
    nachEigenemBekunden,
    ueberBg,
    reaktion: letzte?.art === 'assessment_reaktion_erfasst' ? letzte.reaktion : ereignis.reaktion,
    loeschenSpaetestens,
    dokumente: [ereignis, ...reaktionen, ...berichtigungen].flatMap(idsVon),
  };
}

/** The Assessment as the record tells it, oldest first: the one who reads it sees what the person said to each entry. */
export function protokollAus(ereignisse: readonly Ereignis[]): Protokoll {
  const alle = ohneZurueckgezogenes(ereignisse);
  const fassungen: Protokollfassung[] = [];
  const eintraege: Protokolleintrag[] = [];
  for (const ereignis of alle) {
    if (ereignis.art === 'assessment_begonnen') {
      const { fassung, freiwilligkeitErklaertAm } = ereignis;
      const neu = { fassung, freiwilligkeitErklaertAm, abgeschlossenAm: null, unterrichtetAm: null };
      fassungen.push({ ...neu, begonnenAm: tagVon(ereignis), dokumente: idsVon(ereignis) });
    } else if (ereignis.art === 'assessment_eintrag_erfasst') {
      eintraege.push(eintrag(ereignis, alle, fassungen.at(-1)?.fassung ?? 1));
    } else if (ereignis.art === 'assessment_abgeschlossen') {
      const offene = fassungen.pop();
      if (offene === undefined) continue;
      const { unterrichtetAm } = ereignis;
      const dokumente = [...offene.dokumente, ...idsVon(ereignis)];
      fassungen.push({ ...offene, abgeschlossenAm: tagVon(ereignis), unterrichtetAm, dokumente });
    }
  }
  return { fassungen, eintraege };
}

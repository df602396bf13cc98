import { anlassname } from '../fall/bezeichnungen.ts';
import { tagInWorten, type Tag } from '../frist/tag.ts';
import { ortszeit, type Instant } from '../frist/zeitzone.ts';

/** What stands in the Tagesmail of a colleague: kind of task and Fallnummer, nothing else (DS-30). */
export type Tageszeile = {
  readonly fallnummer: string | null;
  readonly anlass: string;
  /** Of a duty that is open still, as it stands now; null for the notice of a transition. */
  readonly faellig: Tag | null;
};

/** From then on what was put aside may go out: before work begins, and after the night has told what falls due. */
export const sammelzeit = (tag: Tag): Instant => ortszeit(`${tag}T06:30`);

const GRUPPEN = ['ueberfaellig', 'heute', 'demnaechst', 'mitteilung'] as const;
type Gruppe = (typeof GRUPPEN)[number];

const TITEL: Readonly<Record<Gruppe, string>> = {
  ueberfaellig: 'Überfällig',
  heute: 'Heute fällig',
  demnaechst: 'Demnächst fällig',
  mitteilung: 'Mitteilungen',
};

function gruppeVon({ faellig }: Tageszeile, heute: Tag): Gruppe {
  if (faellig === null) return 'mitteilung';
  if (faellig === heute) return 'heute';
  return faellig < heute ? 'ueberfaellig' : 'demnaechst';
}

/** How many there are of each, in the order they are counted up. */
function zaehle(zeilen: readonly Tageszeile[], heute: Tag): Readonly<Record<Gruppe, number>> {
  const zahl = { heute: 0, ueberfaellig: 0, demnaechst: 0, mitteilung: 0 };
  for (const zeile of zeilen) zahl[gruppeVon(zeile, heute)] += 1;
  return zahl;
}

const WANN = { heute: 'heute', ueberfaellig: 'überfällig', demnaechst: 'demnächst' } as const;

/** `Lotse: 3 Fristen heute, 1 überfällig`: the noun once, nothing that is none. */
export function betreffDerTagesmail(zeilen: readonly Tageszeile[], heute: Tag): string {
  const { mitteilung, ...fristen } = zaehle(zeilen, heute);
  const teile = (['heute', 'ueberfaellig', 'demnaechst'] as const)
    .filter((wann) => fristen[wann] > 0)
    .map((wann, nr) => {
      const n = fristen[wann];
      const wort = nr > 0 ? '' : n === 1 ? ' Frist' : ' Fristen';
      return `${String(n)}${wort} ${WANN[wann]}`;
    });
  if (mitteilung > 0) teile.push(mitteilung === 1 ? '1 Mitteilung' : `${String(mitteilung)} Mitteilungen`);
  return `Lotse: ${teile.join(', ')}`;
}

function zeilentext({ fallnummer, anlass, faellig }: Tageszeile, heute: Tag): string {
  const was = `${fallnummer === null ? '' : `${fallnummer}: `}${anlassname(anlass)}`;
  return faellig === null || faellig === heute ? was : `${was} (${tagInWorten(faellig)})`;
}

/** The soonest first, then by case. */
const nachTag = (eine: Tageszeile, andere: Tageszeile): number =>
  (eine.faellig ?? '').localeCompare(andere.faellig ?? '') ||
  (eine.fallnummer ?? '').localeCompare(andere.fallnummer ?? '');

/** @param adresse where people reach Lotse: the page of today is its first one */
export function textDerTagesmail(zeilen: readonly Tageszeile[], heute: Tag, adresse: string): string {
  const teile = GRUPPEN.flatMap((gruppe) => {
    const hier = zeilen.filter((zeile) => gruppeVon(zeile, heute) === gruppe).toSorted(nachTag);
    if (hier.length === 0) return [];
    return [[TITEL[gruppe], ...hier.map((zeile) => `- ${zeilentext(zeile, heute)}`)].join('\n')];
  });
  return `${[...teile, `Heute in Lotse: ${adresse}/`].join('\n\n')}\n`;
}

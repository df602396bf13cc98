import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Ereignisart } from '../../domain/fall/ereignisse.ts';
import { BESTANDSTEILE } from '../../domain/fall/bezug.ts';
import { istTag, type Tag } from '../../domain/frist/tag.ts';

/** One day on the way of a case: something that happened, today, or something that is due. */
export type Station = {
  readonly tag: Tag;
  readonly name: string;
  /** `T-07` of what is due; null for everything else. */
  readonly kennung: string | null;
  readonly stand: 'geschehen' | 'heute' | 'steht an' | 'überfällig' | 'ruht';
};

type Ereignis = Fallansicht['geschichte'][number];

/** What a case is told by; contacts are too many for a line, and stand in its history. */
const NAMEN = {
  vorgemerkt: 'Vormerkung',
  zugeordnet: 'Zuordnung',
  zuordnung_zurueckgenommen: 'Zuordnung zurückgenommen',
  uebernahmegespraech_gefuehrt: 'Übernahmegespräch',
  erstgespraech_gefuehrt: 'Erstgespräch',
  fallzugang_dokumentiert: 'Fallzugang',
  zugang_abgewiesen: 'Zugang abgewiesen',
  weitergeleitet: 'Weitergeleitet',
  vereinbarung_abgeschlossen: 'Vereinbarung',
  feedback_gegeben: 'Feedback',
  ueberprueft: 'Überprüfung',
  standortgespraech_gefuehrt: 'Standortgespräch',
  abgang_eingeleitet: 'Abgang eingeleitet',
  fallabgang_dokumentiert: 'Fallabgang',
  fallabgang_umgekehrt: 'Fallabgang umgekehrt',
  verbleib_erfasst: 'Verbleib',
} satisfies Partial<Record<Ereignisart, string>>;
const hatNamen = (art: string): art is keyof typeof NAMEN => Object.hasOwn(NAMEN, art);

/** Days a case itself knows, with every correction already in them. */
const VOM_FALL: ReadonlySet<string> = new Set<Ereignisart>([
  'vorgemerkt',
  'fallzugang_dokumentiert',
  'fallabgang_dokumentiert',
]);

const war = (art: string, tag: Tag | null): Station[] => {
  if (!hatNamen(art) || tag === null) return [];
  return [{ tag, name: NAMEN[art], kennung: null, stand: 'geschehen' }];
};

/** The days in what a take-over says of one kind of fact: a day, several, or one with who it was. */
function tageIn(wert: unknown): Tag[] {
  if (typeof wert === 'string') return istTag(wert) ? [wert] : [];
  return typeof wert === 'object' && wert !== null ? Object.values(wert).flatMap(tageIn) : [];
}

/** Corrections by what they mean, `ereignis` or `ereignis/teil`: the last one counts (TR58). */
const berichtigungen = (geschichte: readonly Ereignis[]): ReadonlyMap<unknown, Tag> =>
  new Map(
    geschichte.flatMap(({ art, angaben: { bezug, neuesDatum } }) =>
      art === 'berichtigt' && typeof neuesDatum === 'string' ? [[bezug, neuesDatum] as const] : [],
    ),
  );

/** Ids of entries that were taken back (TR61). */
function zurueckgezogene(geschichte: readonly Ereignis[]): ReadonlySet<unknown> {
  const teile = geschichte.flatMap(({ art, angaben }): unknown[] =>
    art === 'eintrag_zurueckgezogen' && Array.isArray(angaben['teile']) ? angaben['teile'] : [],
  );
  return new Set(
    teile.flatMap((teil) =>
      typeof teil === 'object' && teil !== null && 'ereignis' in teil ? [teil.ereignis] : [],
    ),
  );
}

/** What happened before the case came to Lotse, each day where the take-over or a later correction puts it. */
function ausBestand({ id, angaben }: Ereignis, berichtigt: ReadonlyMap<unknown, Tag>): Station[] {
  const bestand = new Map(Object.entries(angaben['bestand'] ?? {}));
  return Object.entries(BESTANDSTEILE).flatMap(([feld, { teil, art, mehrere }]) => {
    if (VOM_FALL.has(art)) return [];
    const tage = [...new Set(tageIn(bestand.get(feld)))].toSorted();
    return tage.flatMap((tag, stelle) => {
      const bezug = `${id}/${teil}${mehrere ? `-${String(stelle + 1)}` : ''}`;
      return war(art, berichtigt.get(bezug) ?? tag);
    });
  });
}

function geschehenes({ geschichte, vorgemerktAm, fallzugangAm, fallabgangAm }: Zeitangaben): Station[] {
  const berichtigt = berichtigungen(geschichte);
  const weg = zurueckgezogene(geschichte);
  const ausGeschichte = geschichte.flatMap((ereignis) => {
    const { id, art, ereignisAm } = ereignis;
    if (art === 'fall_uebernommen') return ausBestand(ereignis, berichtigt);
    return weg.has(id) || VOM_FALL.has(art) ? [] : war(art, berichtigt.get(id) ?? ereignisAm);
  });
  return [
    ...war('vorgemerkt', vorgemerktAm),
    ...war('fallzugang_dokumentiert', fallzugangAm),
    ...war('fallabgang_dokumentiert', fallabgangAm),
    ...ausGeschichte,
  ];
}

function ausstehendes({ fristen }: Zeitangaben): Station[] {
  return fristen
    .filter(({ offen }) => offen)
    .map(({ id, name, faellig: tag, ruht, ueberfaellig }) => ({
      tag,
      name,
      kennung: id,
      stand: ruht ? 'ruht' : ueberfaellig ? 'überfällig' : 'steht an',
    }));
}

/** What of a case stands on its time line. */
export type Zeitangaben = Pick<
  Fallansicht,
  'vorgemerktAm' | 'fallzugangAm' | 'fallabgangAm' | 'geschichte' | 'fristen'
>;

/** From the Vormerkung over today to the last open Frist, in the order of the days. */
export function stationen(fall: Zeitangaben, heute: Tag): readonly Station[] {
  const jetzt: Station = { tag: heute, name: 'Heute', kennung: null, stand: 'heute' };
  return [...geschehenes(fall), jetzt, ...ausstehendes(fall)].toSorted((a, b) =>
    a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0,
  );
}

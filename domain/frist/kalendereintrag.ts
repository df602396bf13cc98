import type { Ablehnung } from '../ablehnung.ts';
import { feiertag } from './feiertage.ts';
import type { Abweichung } from './kalender.ts';
import type { Land } from './laender.ts';
import { tagInWorten, wochentag, type Tag } from './tag.ts';

/**
 * One line of the record of closing days and corrections. A later one of the same day and scope replaces an earlier one, and
 * both stay (ADR 60). `team` null = the whole house; `frei` null = taken back, so that what stands below decides again.
 */
export type Kalendereintrag = {
  readonly tag: Tag;
  readonly team: string | null;
  readonly frei: boolean | null;
  readonly grund: string;
};

const stelle = ({ tag, team }: Kalendereintrag): string => `${tag}/${team ?? ''}`;

/** What is valid of a record that stands in the order of its entry: the newest of each day and scope that was not taken back. */
export function geltendeEintraege<E extends Kalendereintrag>(
  eintraege: readonly E[],
): (E & { readonly frei: boolean })[] {
  const neueste = new Map(eintraege.map((eintrag) => [stelle(eintrag), eintrag]));
  return [...neueste.values()].flatMap((eintrag) =>
    eintrag.frei === null ? [] : [{ ...eintrag, frei: eintrag.frei }],
  );
}

/** The deviations a team counts with: its own entry of a day, else that of the house. */
export function abweichungenFuer(eintraege: readonly Kalendereintrag[], team: string): Abweichung[] {
  const geltende = geltendeEintraege(eintraege);
  const eigene = geltende.filter((eintrag) => eintrag.team === team);
  const nachTag = new Map(
    [...geltende.filter((eintrag) => eintrag.team === null), ...eigene].map(({ tag, frei, grund }) => [
      tag,
      { tag, frei, grund },
    ]),
  );
  return [...nachTag.values()].sort((a, b) => a.tag.localeCompare(b.tag));
}

/** What decides whether an entry says anything: the record so far, and the Länder of the teams it is for. */
export type Eintragslage = {
  readonly eintraege: readonly Kalendereintrag[];
  readonly laender: readonly Land[];
};

const abgelehnt = (satz: string): Ablehnung => ({ id: 'POL-FEIERTAGE', art: 'regel', satz });

type Neu = Omit<Kalendereintrag, 'grund'>;

function gegenWochenende({ tag }: Neu): Ablehnung | null {
  const wievielter = wochentag(tag);
  if (wievielter < 6) return null;
  const name = wievielter === 6 ? 'Samstag' : 'Sonntag';
  return abgelehnt(
    `Der ${tagInWorten(tag)} ist ein ${name} und immer frei (§ 26 Abs. 3 SGB X); ein Eintrag ändert daran nichts.`,
  );
}

/** Null when somebody's day is another one by it than by the holiday table and, for a team, by what holds for the house. */
function ohneWirkung({ tag, frei }: Neu, { laender }: Eintragslage, haus: boolean | null): Ablehnung | null {
  const feiertage = laender.filter((land) => feiertag(tag, land) !== null);
  if (frei === true && haus !== false && feiertage.length === laender.length)
    return abgelehnt(`Der ${tagInWorten(tag)} ist schon ein Feiertag; ein Schließtag ändert daran nichts.`);
  if (frei === false && haus !== true && feiertage.length === 0)
    return abgelehnt(
      `Am ${tagInWorten(tag)} ist kein Feiertag, der wegfallen könnte. Einen irrtümlich erfassten Schließtag nehmen Sie zurück.`,
    );
  return null;
}

/** What is valid on a day for one scope. */
const geltendes = (geltende: readonly Kalendereintrag[], wen: string | null): boolean | null =>
  geltende.find(({ team }) => team === wen)?.frei ?? null;

/** Why an entry would change nothing; null when it does. `zustand` = the very same is valid already. */
export function pruefeEintrag(neu: Neu, lage: Eintragslage): Ablehnung | null {
  const geltende = geltendeEintraege(lage.eintraege).filter(({ tag }) => tag === neu.tag);
  const wo = neu.team === null ? 'für das ganze Haus' : 'für dieses Team';
  const tag = tagInWorten(neu.tag);
  const bisher = geltendes(geltende, neu.team);
  if (neu.frei === null)
    return bisher === null
      ? abgelehnt(`Für den ${tag} gilt ${wo} kein Eintrag, der zurückzunehmen wäre.`)
      : null;
  const wochenende = gegenWochenende(neu);
  if (wochenende !== null) return wochenende;
  if (bisher === neu.frei)
    return { ...abgelehnt(`Das ist für den ${tag} ${wo} schon eingetragen.`), art: 'zustand' };
  // What takes a holiday away may be replaced by the opposite as well as taken back.
  if (bisher === false) return null;
  return ohneWirkung(neu, lage, neu.team === null ? null : geltendes(geltende, null));
}

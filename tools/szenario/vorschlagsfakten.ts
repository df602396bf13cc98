import type { Zuordnungsvorschlaege } from '../../domain/zuordnung/gruende.ts';
import type { Mitarbeitende } from './geschichte.ts';
import { kennung } from './verweise.ts';

/** What a story says of suggestions: labels in their order, the reasons of the first, everybody's load. */
export function vorschlagsfakten(
  { vorschlaege, ausgeschlossen }: Zuordnungsvorschlaege,
  personal: readonly Mitarbeitende[],
): Readonly<Record<string, unknown>> {
  const label = (id: string): string => personal.find((m) => kennung('personal', m.id) === id)?.id ?? id;
  const jeLabel = (paare: readonly (readonly [string, unknown])[]): object =>
    Object.fromEntries([...paare].sort(([a], [b]) => (a < b ? -1 : 1)));
  const [erster] = vorschlaege;
  return {
    vorschlaege: vorschlaege.map(({ fm }) => label(fm)),
    gruende: erster?.gruende ?? [],
    auslastung: jeLabel((erster?.wirkung ?? []).map(({ fm, vorher }) => [label(fm), vorher] as const)),
    ausgeschlossen: jeLabel(ausgeschlossen.map(({ fm, grund }) => [label(fm), grund] as const)),
  };
}

import { istArbeitstag, type Kalender } from '../frist/kalender.ts';
import { plusTage, type Tag } from '../frist/tag.ts';

/**
 * Why somebody is away, as far as the office has to know (E39). Neutral on purpose: a kind that names an illness would
 * be health data of the staff, and nothing depends on it.
 */
export const ABWESENHEITSGRUENDE = ['geplant', 'ungeplant', 'dienstlich'] as const;
export type Abwesenheitsgrund = (typeof ABWESENHEITSGRUENDE)[number];

/** Whole days on which a colleague is away, first and last day included. */
export type Abwesenheit = { readonly wer: string; readonly von: Tag; readonly bis: Tag };

/** Days from `von` to `bis`, both included. */
export type Zeitraum = { readonly von: Tag; readonly bis: Tag };

export const deckt = ({ von, bis }: Zeitraum, tag: Tag): boolean => von <= tag && tag <= bis;

export function istAbwesend(wer: string, tag: Tag, abwesenheiten: readonly Abwesenheit[]): boolean {
  return abwesenheiten.some((a) => a.wer === wer && deckt(a, tag));
}

export type Praesenz = { readonly arbeitstage: number; readonly anwesend: number };

/**
 * Working days of a period and those of them on which the colleague was there. The share `anwesend / arbeitstage` is
 * the caller's, who also knows what it means when a period has no working day.
 */
export function praesenz(
  wer: string,
  zeitraum: Zeitraum,
  lage: { readonly abwesenheiten: readonly Abwesenheit[]; readonly kalender: Kalender },
): Praesenz {
  const eigene = lage.abwesenheiten.filter((a) => a.wer === wer);
  let arbeitstage = 0;
  let anwesend = 0;
  for (let tag = zeitraum.von; tag <= zeitraum.bis; tag = plusTage(tag, 1)) {
    if (!istArbeitstag(tag, lage.kalender)) continue;
    arbeitstage += 1;
    if (!istAbwesend(wer, tag, eigene)) anwesend += 1;
  }
  return { arbeitstage, anwesend };
}

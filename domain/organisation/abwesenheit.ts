import type { Ablehnung } from '../ablehnung.ts';
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

const deckt = ({ von, bis }: Zeitraum, tag: Tag): boolean => von <= tag && tag <= bis;

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
  anwesenheitslage: { readonly abwesenheiten: readonly Abwesenheit[]; readonly kalender: Kalender },
): Praesenz {
  const eigene = anwesenheitslage.abwesenheiten.filter((a) => a.wer === wer);
  let arbeitstage = 0;
  let anwesend = 0;
  for (let tag = zeitraum.von; tag <= zeitraum.bis; tag = plusTage(tag, 1)) {
    if (!istArbeitstag(tag, anwesenheitslage.kalender)) continue;
    arbeitstage += 1;
    if (!istAbwesend(wer, tag, eigene)) anwesend += 1;
  }
  return { arbeitstage, anwesend };
}

const nicht = (satz: string): Ablehnung => ({ id: 'TR52', art: 'regel', satz });

/** Why an absence may not be entered beside the others that hold; null when it may. */
export function pruefeAbwesenheit(neu: Abwesenheit, geltende: readonly Abwesenheit[]): Ablehnung | null {
  if (neu.bis < neu.von) return nicht('Der letzte Tag liegt vor dem ersten.');
  const beruehrt = geltende.some((a) => a.wer === neu.wer && a.von <= neu.bis && neu.von <= a.bis);
  return beruehrt ? nicht('Für diesen Zeitraum ist schon eine Abwesenheit eingetragen.') : null;
}

/** Why the last day may not become `bis`; null when it may. What has been represented already stays so. */
export function pruefeLetztenTag(von: Tag, bis: Tag, heute: Tag): Ablehnung | null {
  if (bis < von) return nicht('Der letzte Tag liegt vor dem ersten.');
  if (bis < plusTage(heute, -1))
    return nicht('Eine Abwesenheit endet frühestens gestern; vergangene Vertretung bleibt bestehen.');
  return null;
}

/** Why an absence may not be cancelled; null when it may. One that has run for days is shortened instead. */
export function pruefeStorno({ von }: Zeitraum, heute: Tag): Ablehnung | null {
  return von < heute
    ? nicht('Diese Abwesenheit hat schon begonnen; sie wird verkürzt, nicht storniert.')
    : null;
}

import type { Tag } from '../frist/tag.ts';

/** Topics in which Fallmanager are trained (E39; 000/002 3e, 001 6.6, 004 ch7). */
export const QUALIFIKATIONSTHEMEN = [
  'anamnese_erkennen',
  'fachinhalte_krankheitsbilder',
  'loesungsmoeglichkeiten',
  'gespraechsfuehrung',
  'erfolgsaussichten',
] as const;
export type Qualifikationsthema = (typeof QUALIFIKATIONSTHEMEN)[number];

/** One training that was attended. */
export type Qualifikation = { readonly thema: Qualifikationsthema; readonly am: Tag };

/** K-73: the newest training per topic; null = a topic that is still required. */
export function qualifizierungsstand(
  besuchte: readonly Qualifikation[],
): { readonly thema: Qualifikationsthema; readonly zuletztAm: Tag | null }[] {
  return QUALIFIKATIONSTHEMEN.map((thema) => {
    const tage = besuchte.filter((q) => q.thema === thema).map((q) => q.am);
    return { thema, zuletztAm: tage.sort().at(-1) ?? null };
  });
}

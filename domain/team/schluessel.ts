import type { Tag } from '../frist/tag.ts';
import type { Policy } from '../policy/policy.ts';
import type { Schluesselstand } from './team.ts';

/** Months of which the figure is kept. */
const MONATE_GEMERKT = 24;

const monatVon = (tag: Tag): string => tag.slice(0, 7);
const gerundet = (zahl: number): number => Math.round(zahl * 10) / 10;

/** The figure of a month counts as it was found last. */
export function mitSchluessel(
  bisher: readonly Schluesselstand[],
  neu: Schluesselstand,
): readonly Schluesselstand[] {
  const andere = bisher.filter(({ am }) => monatVon(am) !== monatVon(neu.am));
  return [...andere, neu].sort((a, b) => (a.am < b.am ? -1 : 1)).slice(-MONATE_GEMERKT);
}

/** Cases per full-time Fallmanager (K-51). */
export function schluesselwert({ faelle, vollzeit }: Schluesselstand): number {
  return gerundet(faelle / vollzeit);
}

/** The mean of the months of a year that have a figure (001 6.7). */
export function jahresmittel(alle: readonly Schluesselstand[], jahr: string): number {
  const werte = alle.filter(({ am }) => am.startsWith(jahr)).map(({ faelle, vollzeit }) => faelle / vollzeit);
  return gerundet(werte.reduce((summe, wert) => summe + wert, 0) / werte.length);
}

export type Schluesselband = 'unter' | 'im_band' | 'ueber';

/** Where a mean lies in the band of POL-SCHLUESSEL: not below `min` (A-17 a), worth a warning above `warnMax`. */
export function bandVon(mittel: number, policy: Policy): Schluesselband {
  const { min, warnMax } = policy['POL-SCHLUESSEL'];
  if (mittel < min) return 'unter';
  return mittel > warnMax ? 'ueber' : 'im_band';
}

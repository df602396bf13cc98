import type { Tag } from '../../frist/tag.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';

/** bFM by a third party. */
export type Externereignis =
  | E<'externes_fm_beauftragt', { fm: string; rasterMonate: number; fallbesprechungAm: Tag }>
  | E<'zwischenbericht_erfasst'>
  | E<'abschlussbericht_erfasst', { fallbesprechungAm: Tag }>;

export const EXTERNEREIGNISSE = {
  externes_fm_beauftragt: { klasse: 'K1', zurueck: 'schritt' },
  zwischenbericht_erfasst: { klasse: 'K1', zurueck: 'ja' },
  abschlussbericht_erfasst: { klasse: 'K1', zurueck: 'schritt' },
} as const satisfies Ereigniszeilen<Externereignis>;

import type { Tag } from '../../frist/tag.ts';
import type { E, Ereignisklassen } from '../../vorgang/ereignis.ts';

/** bFM by a third party. */
export type Externereignis =
  | E<'externes_fm_beauftragt', { fm: string; rasterMonate: number; fallbesprechungAm: Tag }>
  | E<'zwischenbericht_erfasst'>
  | E<'abschlussbericht_erfasst', { fallbesprechungAm: Tag }>;

export const EXTERNKLASSEN = {
  externes_fm_beauftragt: 'K1',
  zwischenbericht_erfasst: 'K1',
  abschlussbericht_erfasst: 'K1',
} as const satisfies Ereignisklassen<Externereignis>;

import type { Tag } from '../../frist/tag.ts';
import type { E, Ereignisklassen } from '../../vorgang/ereignis.ts';

/** Corrections of what was recorded. */
export type Berichtigungsereignis = E<
  'berichtigt',
  { bezug: string; bezugArt: string; neuesDatum: Tag | null }
>;

export const BERICHTIGUNGSKLASSEN = {
  berichtigt: 'K1',
} as const satisfies Ereignisklassen<Berichtigungsereignis>;

import type { Tag } from '../../frist/tag.ts';
import type { Zurueckgezogenes } from '../eintrag.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';

/** Corrections of what was recorded. */
export type Berichtigungsereignis =
  | E<'berichtigt', { bezug: string; bezugArt: string; neuesDatum: Tag | null }>
  | E<
      'eintrag_zurueckgezogen',
      {
        teile: readonly Zurueckgezogenes[];
        /** It was about another person: its texts are for nobody any more, and erased. */
        fremd: boolean;
        unterlagen: readonly string[];
        /** The case it was moved to, and the key under which that hears of it. */
        ziel: { fall: string; sendung: string } | null;
      }
    >;

export const BERICHTIGUNGSEREIGNISSE = {
  berichtigt: { klasse: 'K1', zurueck: 'fassung' },
  eintrag_zurueckgezogen: { klasse: 'K1', zurueck: 'schritt' },
} as const satisfies Ereigniszeilen<Berichtigungsereignis>;

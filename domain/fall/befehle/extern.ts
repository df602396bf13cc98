import type { Tag } from '../../frist/tag.ts';
import type { Nachweisart } from '../../organisation/nachweis.ts';
import type { B } from './kopf.ts';

/** Commands around an external Fallmanagement (R23; 003 ch8). */
export type Externbefehl =
  | B<
      'externes_fm_beauftragen',
      {
        fm: string;
        fmIstExtern: boolean;
        /** 003 ch8; absent in what release 0.2 recorded. */
        fehlendeNachweise?: readonly Nachweisart[];
        rasterMonate: number;
        fallbesprechungAm: Tag | null;
      }
    >
  | B<'zwischenbericht_erfassen'> // T-33
  | B<'abschlussbericht_erfassen', { fallbesprechungAm: Tag | null }>;

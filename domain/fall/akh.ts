import type { Tag } from '../frist/tag.ts';
import type { AkhGrund } from '../kennungen.ts';
import type { Tatsache } from '../pflicht/frist.ts';

/** E37: the period of passive Betreuung, binding, and what the pAp did with the Wiedervorlage (T-23). */
export type Akh = Tatsache & {
  readonly gruende: readonly AkhGrund[];
  readonly von: Tag;
  readonly bis: Tag;
  readonly wiedervorlage: Tatsache | null;
  /** Who set it (V-82); absent in what release 0.1 recorded. */
  readonly festgelegtVon?: string;
};

import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Antwort } from '../../domain/fall/antwort.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';

/** What the workflow asks to be recorded: the events of one command or one moment. */
export type Aufzeichnungsauftrag = {
  readonly fallId: string;
  /** Id of the command, or of the step of time. */
  readonly befehlId: string;
  readonly ereignisse: readonly Ereignis[];
  /** Versions of rows outside the case's event stream the decision rests on (V-75). */
  readonly zeilenversionen: Readonly<Record<string, number>>;
  /** The answer stored beside the claimed key; null for steps of time. */
  readonly antwort: Antwort | null;
  /** First recording of this run: a record that is ahead means an old start, not a conflict. */
  readonly ersteImLauf: boolean;
};

export type Aufzeichnungsergebnis =
  | { readonly art: 'gespeichert'; readonly abSequenz: number; readonly antwort: Antwort | null }
  | { readonly art: 'voraus'; readonly fall: BestehenderFall }
  | { readonly art: 'abgelehnt'; readonly ablehnung: Ablehnung }
  | { readonly art: 'veraltet' }
  | { readonly art: 'zweiter_fall' }
  | { readonly art: 'konflikt' };

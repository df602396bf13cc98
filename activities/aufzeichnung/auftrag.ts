import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Stand, Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';

/** What the workflow asks to be recorded: the events of one command or one moment. */
export type Aufzeichnungsauftrag = {
  readonly art: Vorgangsart;
  readonly id: string;
  /** Id of the command, or of the step of time. */
  readonly befehlId: string;
  readonly ereignisse: readonly AllgemeinesEreignis[];
  /** Versions of rows outside the event stream the decision rests on (V-75). */
  readonly zeilenversionen: Readonly<Record<string, number>>;
  /** The answer stored beside the claimed key; null for steps of time and for signals. */
  readonly antwort: Antwort | null;
  /** First recording of this run: a record that is ahead means an old start, not a conflict. */
  readonly ersteImLauf: boolean;
};

/** The same as release 0.1 asked for it; such a request may still wait in a history when a new worker comes. */
export type Auftrag01 = Omit<Aufzeichnungsauftrag, 'art' | 'id'> & { readonly fallId: string };

export function inHeutigerForm(auftrag: Aufzeichnungsauftrag | Auftrag01): Aufzeichnungsauftrag {
  return 'art' in auftrag ? auftrag : { ...auftrag, art: 'fall', id: auftrag.fallId };
}

export type Aufzeichnungsergebnis =
  | { readonly art: 'gespeichert'; readonly abSequenz: number; readonly antwort: Antwort | null }
  | { readonly art: 'voraus'; readonly stand: Stand }
  | { readonly art: 'abgelehnt'; readonly ablehnung: Ablehnung }
  | { readonly art: 'veraltet' }
  | { readonly art: 'zweiter_fall' }
  | { readonly art: 'konflikt' };

import type { Tag } from '../frist/tag.ts';
import type { Tatsache } from '../pflicht/frist.ts';

// Appointments that were given up, and what changes how often a contact is due (fristenrechnung.md 3).

/** A measure of active labour-market policy (E29): `am` is its first day, `bis` the planned last one. */
export type Massnahme = Tatsache & { readonly bis: Tag; readonly ende: Tatsache | null };
/** A Gutachten that suspends the contact until its documents are there (E17). Its kind stays in the record. */
export type Gutachten = Tatsache & {
  readonly nummer: number;
  readonly einwilligung: string;
  readonly unterlagen: Tatsache | null;
  /** The consent was revoked while documents were awaited: they are not taken any more (TR35). */
  readonly widerruf: Tatsache | null;
};

/** A cancelled or moved appointment a Begleitperson has to hear of (V-69); one each (T-32), unnamed in release 0.1. */
export type Terminabsage = Tatsache & {
  readonly nummer: number;
  readonly begleitperson?: string;
  readonly informiert: Tatsache | null;
};

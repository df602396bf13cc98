import type { Weiterleitungsziel } from '../kennungen.ts';

/** Where a case was passed on to (TR16). */
export type Weiterleitung = {
  readonly ziel: Weiterleitungsziel;
  readonly an: string | null;
  /** The case that goes on in another team of Lotse. */
  readonly folgefall?: string;
};

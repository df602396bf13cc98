import type { Weiterleitungsziel } from '../kennungen.ts';

/** TR16: where the person was passed on to; `an` null when nobody of that care works with Lotse. */
export type Weiterleitung = {
  readonly ziel: Weiterleitungsziel;
  readonly an: string | null;
  /** The case that goes on in another team of Lotse. */
  readonly folgefall?: string;
};

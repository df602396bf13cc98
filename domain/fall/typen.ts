import type { Befehl } from './befehle.ts';
import type { Ereignisdaten } from './ereignisse.ts';
import type { BestehenderFall, NeuerFall } from './fall.ts';

/** The Fall as one kind of Vorgang. */
export type Falltypen = {
  readonly anfang: NeuerFall;
  readonly stand: BestehenderFall;
  readonly befehl: Befehl;
  readonly daten: Ereignisdaten;
};

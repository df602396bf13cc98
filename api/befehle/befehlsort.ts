import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Befehlskopf } from '../../domain/vorgang/befehl.ts';
import type { Konto } from '../kern/umgebung.ts';
import type { Befehl } from '../kern/vorgangsablauf.ts';

/** To what a command goes, and what is known of it before anything was loaded. */
export type Befehlsort = {
  readonly konto: Konto;
  /** The parsed input. */
  readonly eingabe: unknown;
  readonly id: string;
  readonly fallnummer: string | null;
  readonly at: Instant;
};

/** A command with its facts loaded: it only needs its head. */
export type Vorbereitung = {
  /** A refusal the record already shows. */
  readonly ablehnung: Ablehnung | null;
  readonly zeilenversionen: Readonly<Record<string, number>>;
  /** Whom the colleague represents. */
  readonly fuer: string | null;
  readonly titel: string;
  readonly baue: (kopf: Befehlskopf) => Befehl;
  /** The `decide` of the validator, for a command that opens: a refused opening must not leave a workflow behind. */
  readonly vorab: (befehl: Befehl) => Ablehnung | null;
};

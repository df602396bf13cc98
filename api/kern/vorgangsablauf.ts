import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Vorgangsbezug } from '../../db/verweis.ts';
import type { Anfang, Stand } from '../../domain/vorgang/aggregat.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import type { Befehlskopf } from '../../domain/vorgang/befehl.ts';
import type { Ablauf } from '../../workflows/contract.ts';

/** What the record knows of a Vorgang: enough to start its workflow again. */
export type Aktenstand = { readonly stand: Anfang | Stand; readonly angehalten: boolean };

/** A command as those see it who only pass it on. */
export type Befehl = Befehlskopf & { readonly befehl: string };

export type Befehlssendung = {
  readonly bezug: Vorgangsbezug;
  readonly befehl: Befehl;
  /** How administrators see the workflow in lists; no name, no number of a person. */
  readonly titel: string;
  /** The command opens the Vorgang, so there may be no workflow yet. */
  readonly eroeffnet: boolean;
  /** Reads the state anew each time a run has to be started. */
  readonly stand: () => Promise<Aktenstand>;
};

/** `ungewiss`: the command may have had its effect; only the record can tell, later. `unlesbar`: so, and asking again will not help. */
export type Befehlsausgang =
  | { readonly art: 'antwort'; readonly antwort: Antwort }
  | { readonly art: 'abgelehnt'; readonly ablehnung: Ablehnung }
  | { readonly art: 'ungewiss' }
  | { readonly art: 'unlesbar' };

/** The port to the workflows. */
export type Vorgangsablaeufe = {
  /** Sends a command, the same one again when the Vorgang was between two runs, until its outcome or the end of patience. */
  readonly sende: (sendung: Befehlssendung) => Promise<Befehlsausgang>;
  /** Asks the running workflow; `kein_lauf` once it is over, `unerreichbar` while nobody answers. */
  readonly ablauf: (bezug: Vorgangsbezug) => Promise<Ablauf | 'kein_lauf' | 'unerreichbar'>;
  /** Answers within two seconds. */
  readonly erreichbar: () => Promise<boolean>;
};

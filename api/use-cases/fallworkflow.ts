import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Antwort } from '../../domain/fall/antwort.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import type { Ablauf } from '../../workflows/contract.ts';

/** What the record knows of a case: enough to start its workflow again. */
export type Fallstand = { readonly fall: Fall; readonly angehalten: boolean };

export type Befehlssendung = {
  readonly befehl: Befehl;
  readonly fallId: string;
  readonly fallnummer: string;
  /** The command opens the case, so there may be no workflow yet. */
  readonly eroeffnet: boolean;
  /** Reads the state anew each time a run has to be started. */
  readonly stand: () => Promise<Fallstand>;
};

/** `ungewiss`: the command may have had its effect; only the record can tell, later. */
export type Fallausgang =
  | { readonly art: 'antwort'; readonly antwort: Antwort }
  | { readonly art: 'abgelehnt'; readonly ablehnung: Ablehnung }
  | { readonly art: 'ungewiss' };

/** The port to the workflows of the cases. */
export type Fallworkflow = {
  /** Sends a command, the same one again when the case was between two runs, until its outcome or the end of patience. */
  readonly sende: (sendung: Befehlssendung) => Promise<Fallausgang>;
  /** Asks the running case; `kein_lauf` once it is over, `unerreichbar` while nobody answers. */
  readonly ablauf: (fallId: string) => Promise<Ablauf | 'kein_lauf' | 'unerreichbar'>;
  /** Answers within two seconds. */
  readonly erreichbar: () => Promise<boolean>;
};

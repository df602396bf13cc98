import type { Empfaengerrolle, Fristid, Zustand } from '../../kennungen.ts';

/** Where a transition leads from: a case, no case yet, or a person outside bFM under check (S00). */
export type Ausgangszustand = Zustand | 'neu' | 'potenzial' | 'ruhend';

/** `abgebend`: whose case it was before, the pAp or the FM U25. */
export type Empfaenger = Empfaengerrolle | 'abgebend';

/** What a command of the transition is called in "… ist im Zustand „…“ nicht möglich."; `von` where it is possible in fewer states. */
export type Vorgangsworte =
  string | { readonly satz: string; readonly von: readonly [Ausgangszustand, ...Ausgangszustand[]] };

/** One transition of the procedure (zustaende.md 3). */
export type Uebergangszeile = {
  readonly name: string;
  readonly von: readonly [Ausgangszustand, ...Ausgangszustand[]];
  /** Empty: the state stays; it may also stay where it is named here itself. */
  readonly nach: readonly (Ausgangszustand | 'geloescht')[];
  /** States that stay although others move. */
  readonly bleibt?: readonly Ausgangszustand[];
  readonly quelle: string;
  /** Who is told; where the law or the case decides more finely, nachrichten.ts does. */
  readonly an: readonly Empfaenger[];
  /** The name in inbox and mail where `name` hints at health or says too little. */
  readonly mitteilung?: string;
  /** Events of the transition that tell others: a request the approver, a refusal the requester, an answer who asked. */
  readonly abweichend?: Readonly<Record<string, readonly Empfaenger[]>>;
  /** Told only while this duty is overdue. */
  readonly wennUeberfaellig?: Fristid;
  /** The person gets a copy of their own; api/schreiben/vorlagen.ts has its words. */
  readonly schreiben?: true;
  /** The commands that ask for it. */
  readonly befehle?: Readonly<Record<string, Vorgangsworte>>;
  /** Commands that bring it about beside what they ask for. */
  readonly folgtAus?: readonly string[];
};

export type Uebergangstafel = Readonly<Record<`TR${number}`, Uebergangszeile>>;

/** S01 to S04. */
export const VOR_DEM_FALLZUGANG = [
  'vorgemerkt',
  'zugeordnet',
  'uebernahme_terminiert',
  'zugangspruefung',
] as const;
/** S05 to S07: one open case. */
export const OFFEN = ['aktiv', 'standort_faellig', 'aktiv_verlaengert'] as const;
/** S05 to S08: from the Fallzugang until the Fallabgang. */
export const IN_BEGLEITUNG = [...OFFEN, 'abgang_eingeleitet'] as const;
/** S02 to S08: somebody is responsible. */
export const ZUGETEILT = [
  'zugeordnet',
  'uebernahme_terminiert',
  'zugangspruefung',
  ...IN_BEGLEITUNG,
] as const;

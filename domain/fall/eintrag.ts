import type { Tag } from '../frist/tag.ts';

// TR61: what is known of an entry that is taken back or moved.

/** What of an event goes out of the case with it; ids and numbers only, not even its kind (DS-01). */
export type Zurueckgezogenes = {
  readonly ereignis: string;
  /** An entry of the Assessment: nobody waits for what the person says to it any more (V-27). */
  readonly eintrag?: number;
  /** What the person said to an entry: it waits again. */
  readonly reaktionZu?: number;
  readonly teilziel?: number;
  /** An Überprüfung that went on although criterion B was denied (V-80). */
  readonly trotzKriteriumB?: true;
};

/** An entry with everything that was recorded by its command, as the record knows it. */
export type Eintrag = {
  readonly teile: readonly Zurueckgezogenes[];
  /** What came of the command besides and stays: it forbids to take the entry back. */
  readonly folgenreich: boolean;
  readonly unterlagen: readonly string[];
  readonly eintragAm: Tag;
  /** A contact that counts moved a Frist. */
  readonly zaehlt: boolean;
};

/** Where an entry is moved to (TR61): the case it belongs to, and what speaks against it. */
export type Verlegungsziel = {
  readonly fall: string;
  /** Key under which the other case hears of it. */
  readonly sendung: string;
  readonly selbePerson: boolean;
  readonly vorgemerktAm: Tag;
  readonly nimmtKontakte: boolean;
};

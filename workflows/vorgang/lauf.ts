import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Aggregat, BefehlAn, DatenVon, Lage, Typen } from '../../domain/vorgang/aggregat.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import type { GemerkteAntwort, Laufauftrag } from '../contract.ts';

/** One kind of Vorgang as the shell runs it. */
export type Rahmen<T extends Typen> = {
  readonly aggregat: Aggregat<T>;
  /** Commands that come as updates. */
  readonly befehle: readonly string[];
  /** Changes of phase that begin a fresh run, so that a cold replay stays short (architecture.md 5). */
  readonly laufwechselNach: readonly DatenVon<T>['art'][];
  /** How the query introduces itself to administrators. */
  readonly beschreibung: string;
};

/** A command that was accepted and waits for its turn; `antworte` is absent for signals, which nobody waits for. */
export type Wartender<T extends Typen> = {
  readonly befehl: BefehlAn<T>;
  readonly antworte?: (antwort: Antwort) => void;
  readonly lehneAb?: (ablehnung: Ablehnung) => void;
};

/** What one run remembers besides the Vorgang itself. */
export type Lauf<T extends Typen> = {
  readonly rahmen: Rahmen<T>;
  lage: Lage<T>;
  readonly schlange: Wartender<T>[];
  antworten: GemerkteAntwort[];
  angehalten: boolean;
  /** A fresh run is wanted: new commands are sent there (`LAUFWECHSEL`). */
  laufwechsel: boolean;
  /** Recordings of this run; each costs two workflow tasks. */
  aufzeichnungen: number;
  /** Commands of this run that were accepted and left nothing behind: refused then, or nothing to take over. */
  folgenlos: number;
};

export function neuerLauf<T extends Typen>(rahmen: Rahmen<T>, auftrag: Laufauftrag<Lage<T>>): Lauf<T> {
  return {
    rahmen,
    lage: rahmen.aggregat.aufHeutigenStand(auftrag.stand),
    schlange: [],
    antworten: [...auftrag.antworten],
    angehalten: auftrag.angehalten,
    laufwechsel: false,
    aufzeichnungen: 0,
    folgenlos: 0,
  };
}

/** Answers kept for a duplicate that arrives late, beyond continue-as-new (architecture.md 5). */
const ANTWORTEN_HOECHSTENS = 32;
const ANTWORTEN_ZEICHEN = 4096;

type MitAntworten = { antworten: GemerkteAntwort[] };

export function merkeAntwort(lauf: MitAntworten, neu: GemerkteAntwort): void {
  const alle = [...lauf.antworten, neu].slice(-ANTWORTEN_HOECHSTENS);
  while (alle.length > 1 && JSON.stringify(alle).length > ANTWORTEN_ZEICHEN) alle.shift();
  lauf.antworten = alle;
}

export function gemerkteAntwort(lauf: MitAntworten, befehlId: string): Antwort | null {
  return lauf.antworten.find((a) => a.befehlId === befehlId)?.antwort ?? null;
}

import { aufHeutigenStand } from '../../domain/fall/altstand.ts';
import type { Antwort } from '../../domain/fall/antwort.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Fallauftrag, GemerkteAntwort } from '../contract.ts';

/** A command that was accepted and waits for its turn; `antworte` is absent for signals, which nobody waits for. */
export type Wartender = {
  readonly befehl: Befehl;
  readonly antworte?: (antwort: Antwort) => void;
  readonly lehneAb?: (ablehnung: Ablehnung) => void;
};

/** What one run of a case remembers besides the case itself. */
export type Lauf = {
  fall: Fall;
  readonly schlange: Wartender[];
  antworten: GemerkteAntwort[];
  angehalten: boolean;
  /** A fresh run is wanted: new commands are sent there (`LAUFWECHSEL`). */
  laufwechsel: boolean;
  /** Recordings of this run; each costs two workflow tasks. */
  aufzeichnungen: number;
  /** Commands of this run that were accepted and then refused. */
  abgelehnt: number;
};

export function neuerLauf(auftrag: Fallauftrag): Lauf {
  return {
    fall: aufHeutigenStand(auftrag.fall),
    schlange: [],
    antworten: [...auftrag.antworten],
    angehalten: auftrag.angehalten,
    laufwechsel: false,
    aufzeichnungen: 0,
    abgelehnt: 0,
  };
}

/** Answers kept for a duplicate that arrives late, beyond continue-as-new (architecture.md 5). */
const ANTWORTEN_HOECHSTENS = 32;
const ANTWORTEN_ZEICHEN = 4096;

export function merkeAntwort(lauf: Lauf, neu: GemerkteAntwort): void {
  const alle = [...lauf.antworten, neu].slice(-ANTWORTEN_HOECHSTENS);
  while (alle.length > 1 && JSON.stringify(alle).length > ANTWORTEN_ZEICHEN) alle.shift();
  lauf.antworten = alle;
}

export function gemerkteAntwort(lauf: Lauf, befehlId: string): Antwort | null {
  return lauf.antworten.find((a) => a.befehlId === befehlId)?.antwort ?? null;
}

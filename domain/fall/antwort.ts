import type { Regelid, Zustand } from '../kennungen.ts';
import { policyAus } from '../policy/wahl.ts';
import { kriteriumA } from '../zugang/kriterium-a.ts';
import type { Befehl } from './befehle.ts';
import type { Ereignis } from './ereignisse.ts';
import { nebenVon, type BestehenderFall, type Messpunkt } from './fall.ts';

/** Values the case computed for a command and shows to the clerk; only those the command concerns. */
export type Fakten = {
  /** V-03: the formal criterion, whatever was decided. */
  readonly kriteriumA?: boolean;
  /** V-04: distinct open Handlungsbedarfe of the counting groups. */
  readonly anzahlHandlungsbedarfe?: number;
  /** E34: the day until which a Verbleib extends the case. */
  readonly verlaengerungBis?: string;
  /** AC-82: the first measuring point that counts the Arbeitsaufnahme; null when none does. */
  readonly zaehltAb?: Messpunkt | null;
  /** False when an Arbeitsaufnahme was noted before the window closed and the duty stays open. */
  readonly messpunktErfuellt?: boolean;
  /** E09: load of the chosen Fallmanager in per cent of the individual Soll before and with this case. */
  readonly auslastungVorher?: number | null;
  readonly auslastungNachher?: number | null;
  /** How a Fallabgang counts (A-21, 003 I3). */
  readonly erfolgreich?: boolean;
  readonly abbruch?: boolean;
  /** T-28: the work lasted longer than six months. */
  readonly dauerhaft?: boolean;
  /** TR47: the formal conditions of the potential hold (E31). */
  readonly bleibtPotenzial?: boolean;
  readonly umkehr?: 'beantragt' | 'abgelehnt' | 'gewaehrt';
};

/** What a command is answered with. Below 400 bytes, because it travels through the workflow's history. */
export type Antwort = {
  readonly zustand: Zustand;
  readonly neben: readonly string[];
  /** Rules of severity W or I that applied. */
  readonly warnungen: readonly Regelid[];
  /** Those of them that wait for a reason. */
  readonly offeneHinweise: readonly Regelid[];
  readonly fakten: Fakten;
  /** Number of the last event the command recorded. */
  readonly sequenz: number;
};

function personenbezogen(befehl: Befehl, fall: BestehenderFall): Fakten {
  if (!('person' in befehl)) return {};
  const { person } = befehl;
  return {
    kriteriumA: kriteriumA(person, policyAus(fall.policy)),
    anzahlHandlungsbedarfe: person.zaehlendeHandlungsbedarfe,
  };
}

/** What the end of a case and the time after it show. */
function ausAbgang(ereignis: Ereignis): Fakten {
  if (ereignis.art === 'fallabgang_dokumentiert') {
    const { erfolgreich = false, abbruch = false } = ereignis;
    return { erfolgreich, abbruch };
  }
  if (ereignis.art === 'integration_geprueft') return { dauerhaft: ereignis.besteht };
  return ereignis.art === 'wiedervorlage_bearbeitet' ? { bleibtPotenzial: ereignis.bleibtPotenzial } : {};
}

const UMKEHR = {
  umkehr_beantragt: 'beantragt',
  umkehr_abgelehnt: 'abgelehnt',
  fallabgang_umgekehrt: 'gewaehrt',
} as const;

function ausEreignis(ereignis: Ereignis): Fakten {
  const { art } = ereignis;
  if (art === 'standortgespraech_gefuehrt' && ereignis.verlaengerungBis !== null) {
    return { verlaengerungBis: ereignis.verlaengerungBis };
  }
  if (art === 'zugeordnet' && ereignis.auslastung !== undefined) {
    const { vorher, nachher } = ereignis.auslastung;
    return { auslastungVorher: vorher.prozent, auslastungNachher: nachher.prozent };
  }
  if (art === 'verbleib_erfasst') {
    return { zaehltAb: ereignis.zaehltAb, messpunktErfuellt: ereignis.erfuellt };
  }
  if (art === 'umkehr_beantragt' || art === 'umkehr_abgelehnt' || art === 'fallabgang_umgekehrt') {
    return { umkehr: UMKEHR[art] };
  }
  return ausAbgang(ereignis);
}

/** The answer to one accepted command: from the command, the events it led to, and the case after them. */
export function antwortAuf(befehl: Befehl, ereignisse: readonly Ereignis[], fall: BestehenderFall): Antwort {
  const fakten = ereignisse.reduce<Fakten>(
    (bisher, ereignis) => ({ ...bisher, ...ausEreignis(ereignis) }),
    personenbezogen(befehl, fall),
  );
  return {
    zustand: fall.zustand,
    neben: nebenVon(fall),
    warnungen: [...new Set(ereignisse.flatMap((e) => e.warnungen))].sort(),
    offeneHinweise: [...new Set(ereignisse.flatMap((e) => e.offeneHinweise))].sort(),
    fakten,
    sequenz: fall.sequenz,
  };
}

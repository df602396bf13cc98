import type { Dauer, Fristauftrag, Fristregel } from '../frist/berechnung.ts';
import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Fristid } from '../kennungen.ts';
import type { Policy } from '../policy/policy.ts';
import { FRISTEN } from './katalog/katalog.ts';
import type { Tatsache } from './frist.ts';

/** A duty as the facts demand it, before anybody looked whether it runs in the present state. */
export type Pflicht = {
  readonly id: Fristid;
  readonly vorkommen: number;
  /** First day on which the duty shows in lists. */
  readonly beginn: Tag;
  readonly auftrag: Fristauftrag;
  readonly erfuellung: Tatsache | null;
  /** From this day on an open duty ends as `versaeumt`, because its successor takes over. */
  readonly versaeumtAb: Tag | null;
  /** Day at whose beginning the list of duties changes although nothing was recorded. */
  readonly wechselAm: Tag | null;
  /** The day only reminds its owner; nothing is ever overdue. */
  readonly nurErinnerung?: true;
};

/** What every duty is derived from, besides the facts of its Vorgang. */
export type Rechenbasis = { readonly policy: Policy; readonly kalender: Kalender; readonly heute: Tag };

/** The configured duration of a timer (POL-FRIST); null when the office switched the timer off. */
export function dauerVon({ policy }: Rechenbasis, id: Fristid): Dauer | null {
  const eintrag = policy['POL-FRIST'][id];
  return eintrag.aktiv ? eintrag.dauer : null;
}

/** The rule of the Frist; CAL-F as POL-ROLL wants it: without the roll to a working day where switched off. */
export function regelVon({ policy }: Rechenbasis, id: Fristid): Fristregel {
  const { regel } = FRISTEN[id];
  return regel === 'CAL-F' && policy['POL-ROLL'][id] === false ? 'CAL-Z' : regel;
}

type Einmalig = { readonly id: Fristid; readonly anker: Tatsache; readonly anlass: string };

/** A duty that occurs once: event day plus the configured duration, kept by one fact. */
export function einmalig(basis: Rechenbasis, was: Einmalig, erfuellung: Tatsache | null): Pflicht[] {
  const dauer = dauerVon(basis, was.id);
  if (dauer === null) return [];
  const auftrag: Fristauftrag = {
    regel: regelVon(basis, was.id),
    ereignis: was.anker.am,
    dauer,
    anlass: was.anlass,
  };
  const { am } = was.anker;
  return [{ id: was.id, vorkommen: 1, beginn: am, auftrag, erfuellung, versaeumtAb: null, wechselAm: null }];
}

/** A chain of facts of which each keeps the duty that the fact before it started; `vorher` counts forgotten ones. */
export type Kette = {
  readonly id: Fristid;
  readonly anlass: string;
  readonly glieder: readonly Tatsache[];
  readonly vorher: number;
};

/** A rolling duty: each fact keeps the duty that the fact before it started (T-10, T-15, T-40). */
export function rollierend(basis: Rechenbasis, kette: Kette): Pflicht[] {
  const dauer = dauerVon(basis, kette.id);
  if (dauer === null) return [];
  const glieder = kette.glieder.filter((glied, stelle) => glied.am !== kette.glieder[stelle - 1]?.am);
  return glieder.map((glied, stelle) => ({
    id: kette.id,
    vorkommen: kette.vorher + stelle + 1,
    beginn: glied.am,
    auftrag: { regel: regelVon(basis, kette.id), ereignis: glied.am, dauer, anlass: kette.anlass },
    erfuellung: glieder[stelle + 1] ?? null,
    versaeumtAb: null,
    wechselAm: null,
  }));
}

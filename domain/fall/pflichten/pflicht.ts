import type { Dauer, Fristauftrag } from '../../frist/berechnung.ts';
import type { Kalender } from '../../frist/kalender.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Fristid } from '../../kennungen.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BestehenderFall, Tatsache } from '../fall.ts';

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
};

/** What a duty is derived from. */
export type Sicht = {
  readonly fall: BestehenderFall;
  readonly policy: Policy;
  readonly kalender: Kalender;
  readonly heute: Tag;
};

export function sichtAuf(fall: BestehenderFall, heute: Tag): Sicht {
  return { fall, policy: policyAus(fall.policy), kalender: fall.kalender, heute };
}

/** The configured duration of a timer (POL-FRIST); null when the office switched the timer off. */
export function dauerVon(sicht: Sicht, id: Fristid): Dauer | null {
  const eintrag = sicht.policy['POL-FRIST'][id];
  return eintrag.aktiv ? eintrag.dauer : null;
}

/** CAL-F as POL-ROLL wants it: with the roll to a working day by default, without where switched off. */
export function regelVon(sicht: Sicht, id: Fristid): 'CAL-F' | 'CAL-Z' {
  return sicht.policy['POL-ROLL'][id] === false ? 'CAL-Z' : 'CAL-F';
}

type Einmalig = { readonly id: Fristid; readonly anker: Tatsache; readonly anlass: string };

/** A duty that occurs once: event day plus the configured duration, kept by one fact. */
export function einmalig(sicht: Sicht, was: Einmalig, erfuellung: Tatsache | null): Pflicht[] {
  const dauer = dauerVon(sicht, was.id);
  if (dauer === null) return [];
  const auftrag: Fristauftrag = {
    regel: regelVon(sicht, was.id),
    ereignis: was.anker.am,
    dauer,
    anlass: was.anlass,
  };
  const { am } = was.anker;
  return [{ id: was.id, vorkommen: 1, beginn: am, auftrag, erfuellung, versaeumtAb: null, wechselAm: null }];
}

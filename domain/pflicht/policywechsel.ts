import { beginnDesTages, type Instant } from '../frist/zeitzone.ts';
import type { Fristid } from '../kennungen.ts';
import { fristschluessel, type Friststand } from './frist.ts';
import type { Pflicht } from './pflicht.ts';
import type { Pflichtlage } from './sollfristen.ts';

type Nummern = Readonly<Partial<Record<Fristid, number>>>;

/** The last change of policy: when, and the newest occurrence of each duty that had ended by then. */
export type Policywechsel = { readonly am: Instant; readonly beendete: Nummern };

/** What a state remembers of a change of policy. */
export function policywechsel(fristen: readonly Friststand[], am: Instant): Policywechsel {
  const beendete: Partial<Record<Fristid, number>> = {};
  for (const { id, vorkommen, ende } of fristen) {
    if (ende !== null) beendete[id] = Math.max(vorkommen, beendete[id] ?? 0);
  }
  return { am, beendete };
}

/** When a duty came to its end, by the facts; null while it is open. */
function beendetAm({ erfuellung, versaeumtAb }: Pflicht, heute: string): Instant | null {
  if (erfuellung !== null) return erfuellung.erfasstAm;
  return versaeumtAb !== null && heute >= versaeumtAb ? beginnDesTages(versaeumtAb) : null;
}

/** How far the occurrences that live on are counted on, so that none takes the number of one that ended before. */
function versatz(pflichten: readonly Pflicht[], beendete: Nummern): Nummern {
  const erste: Partial<Record<Fristid, number>> = {};
  for (const { id, vorkommen } of pflichten) erste[id] = Math.min(vorkommen, erste[id] ?? Infinity);
  const je = Object.entries(erste).map(([id, nummer]) => [
    id,
    Math.max(0, (beendete[id as Fristid] ?? 0) + 1 - nummer),
  ]);
  return Object.fromEntries(je) as Nummern;
}

/**
 * What ended under the old policy stays as it ended: the new one brings no duties for a time that is over, and does not
 * judge kept ones again. Duties that are open follow the new policy (E48).
 */
export function nachPolicywechsel(
  { fristen, wechsel }: { readonly fristen: readonly Friststand[]; readonly wechsel?: Policywechsel },
  pflichtlage: Pflichtlage,
): Pflichtlage {
  if (wechsel === undefined) return pflichtlage;
  const istAlt = (pflicht: Pflicht): boolean => {
    const ende = beendetAm(pflicht, pflichtlage.heute);
    return ende !== null && ende <= wechsel.am;
  };
  const offen = new Set(fristen.filter((f) => f.ende === null).map(fristschluessel));
  const nochOffen = pflichtlage.pflichten.filter((p) => istAlt(p) && offen.has(fristschluessel(p)));
  const neue = pflichtlage.pflichten.filter((p) => !istAlt(p));
  const weiter = versatz(neue, wechsel.beendete);
  const gezaehlt = neue.map((p) => ({ ...p, vorkommen: p.vorkommen + (weiter[p.id] ?? 0) }));
  return { ...pflichtlage, pflichten: [...nochOffen, ...gezaehlt], beendete: wechsel.beendete };
}

import { berechneFrist, faelligAm, rohesEnde, type Herleitungsschritt } from '../frist/berechnung.ts';
import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Fristid } from '../kennungen.ts';
import { fristschluessel, type Fristaenderung, type Fristende, type Friststand } from './frist.ts';
import type { Pflicht } from './pflicht.ts';
import { GEMERKT } from './tatsache.ts';

/** The duties of a state on a day, and which of them run or rest in it. */
export type Pflichtlage = {
  /** Every duty the facts demand, whether or not it runs in the present state. */
  readonly pflichten: readonly Pflicht[];
  readonly kalender: Kalender;
  /** The day up to which duties may be missed. */
  readonly heute: Tag;
  readonly laeuft: (id: Fristid) => boolean;
  readonly ruht: (id: Fristid) => boolean;
  /** From this occurrence on no duty is missing here: an ended one that is not among them was never owed. */
  readonly vollstaendigAb?: Readonly<Partial<Record<Fristid, number>>>;
  /** Newest occurrences that ended before the last change of policy; nothing is said about them any more. */
  readonly beendete?: Readonly<Partial<Record<Fristid, number>>>;
  /** Occurrences another duty stands in for by itself: one that is overdue by then was missed, it did not lapse. */
  readonly abgeloest?: ReadonlySet<string>;
  /** Days to come on which the facts by themselves demand other duties. */
  readonly weitereWechsel?: readonly Tag[];
};

/** How a duty ended, null while it is open (fristenrechnung.md 1, A-09). */
function endeVon(pflicht: Pflicht, faellig: Tag, heute: Tag): Fristende | null {
  const { erfuellung, versaeumtAb } = pflicht;
  if (erfuellung !== null) {
    if (erfuellung.am > faellig) return 'verspaetet_erledigt';
    return ortstag(erfuellung.erfasstAm) > faellig ? 'rechtzeitig_nacherfasst' : 'erledigt';
  }
  return versaeumtAb !== null && heute >= versaeumtAb ? 'versaeumt' : null;
}

/** The event day a reminder may not precede; a duty whose day somebody fixed starts with itself. */
function startVon(pflicht: Pflicht): Tag {
  return pflicht.auftrag.dauer === null ? pflicht.beginn : pflicht.auftrag.ereignis;
}

/** The duties that count: kept or missed ones always, open ones only where they run in the present state. */
function sollfristen({ pflichten, kalender, heute, laeuft, ruht }: Pflichtlage): Fristaenderung[] {
  const ergebnis: Fristaenderung[] = [];
  for (const pflicht of pflichten) {
    const faellig = faelligAm(pflicht.auftrag, kalender);
    const ende = endeVon(pflicht, faellig, heute);
    if (ende === null && !laeuft(pflicht.id)) continue;
    ergebnis.push({
      id: pflicht.id,
      vorkommen: pflicht.vorkommen,
      beginn: pflicht.beginn,
      start: startVon(pflicht),
      roh: rohesEnde(pflicht.auftrag, kalender),
      faellig,
      ende,
      ruht: ende === null && ruht(pflicht.id),
      ...(pflicht.nurErinnerung === true ? { nurErinnerung: true } : {}),
    });
  }
  return ergebnis;
}

function gleich(a: Friststand, b: Fristaenderung): boolean {
  return (
    a.faellig === b.faellig &&
    a.ende === b.ende &&
    a.ruht === b.ruht &&
    a.roh === b.roh &&
    a.start === b.start &&
    a.nurErinnerung === b.nurErinnerung &&
    a.beginn === b.beginn
  );
}

/** What the facts demand now and the state does not know yet: the content of one event `fristen_berechnet`. */
export function fristaenderungen(
  bisherige: readonly Friststand[],
  pflichtlage: Pflichtlage,
): Fristaenderung[] {
  const soll = sollfristen(pflichtlage);
  const ist = new Map(bisherige.map((f) => [fristschluessel(f), f]));
  const geaendert: Fristaenderung[] = [];
  for (const frist of soll) {
    const bisher = ist.get(fristschluessel(frist));
    ist.delete(fristschluessel(frist));
    if (bisher === undefined) {
      if (!vergessen(bisherige, frist)) geaendert.push(frist);
    } else if (!gleich(bisher, frist)) {
      geaendert.push(bisher.faellig === frist.faellig ? frist : { ...frist, vorher: bisher.faellig });
    }
  }
  for (const rest of ist.values()) {
    const ende = endeOhnePflicht(rest, soll, pflichtlage);
    if (ende !== null) geaendert.push(beendet(rest, ende));
  }
  return geaendert;
}

/** How an occurrence ends that the facts demand no more; null where it has ended and stays so. */
function endeOhnePflicht(
  rest: Friststand,
  soll: readonly Fristaenderung[],
  pflichtlage: Pflichtlage,
): 'versaeumt' | 'entfallen' | null {
  const abgeloest = pflichtlage.abgeloest?.has(fristschluessel(rest)) === true;
  if (rest.ende === null) return abgeloest && rest.faellig < pflichtlage.heute ? 'versaeumt' : 'entfallen';
  if (abgeloest && rest.ende === 'versaeumt') return null;
  return nieGewesen(rest, soll, pflichtlage) ? 'entfallen' : null;
}

/**
 * A missed occurrence beyond those the corrected facts demand was never owed; nor was one that is not there although
 * none is missing.
 */
function nieGewesen(
  { id, vorkommen, ende }: Friststand,
  soll: readonly Fristaenderung[],
  { vollstaendigAb, beendete }: Pflichtlage,
): boolean {
  if (ende === 'entfallen' || vorkommen <= (beendete?.[id] ?? 0)) return false;
  if (vorkommen >= (vollstaendigAb?.[id] ?? Infinity)) return true;
  const gleiche = soll.filter((f) => f.id === id);
  return ende === 'versaeumt' && gleiche.length > 0 && gleiche.every((f) => f.vorkommen < vorkommen);
}

/** An ended duty so old that the state keeps only newer ones of its kind; the record still has it. */
function vergessen(bisherige: readonly Friststand[], { id, vorkommen, ende }: Fristaenderung): boolean {
  return ende !== null && bisherige.filter((f) => f.id === id && f.vorkommen > vorkommen).length > GEMERKT;
}

function beendet(
  { id, vorkommen, beginn, start, roh, faellig }: Friststand,
  ende: 'versaeumt' | 'entfallen',
): Fristaenderung {
  return { id, vorkommen, beginn, start, roh, faellig, ende, ruht: false };
}

/** Days after `heute` at whose beginning the list of duties changes by itself: a window opens, a meeting passes. */
export function wechseltage(
  { pflichten, laeuft, ruht, weitereWechsel = [] }: Pflichtlage,
  heute: Tag,
): Tag[] {
  const tage = pflichten
    .filter((p) => p.wechselAm !== null && p.erfuellung === null)
    .filter((p) => laeuft(p.id) && !ruht(p.id))
    .flatMap((p) => (p.wechselAm !== null && p.wechselAm > heute ? [p.wechselAm] : []));
  return [...tage, ...weitereWechsel];
}

/** Why a duty is due when it is: the legal steps in words. Null when the facts no longer demand it. */
export function herleitungIn(
  { pflichten, kalender }: Pflichtlage,
  frist: { readonly id: string; readonly vorkommen: number },
): readonly Herleitungsschritt[] | null {
  const pflicht = pflichten.find((p) => p.id === frist.id && p.vorkommen === frist.vorkommen);
  return pflicht === undefined ? null : berechneFrist(pflicht.auftrag, kalender).herleitung;
}

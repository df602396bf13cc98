import { berechneFrist, faelligAm, rohesEnde, type Herleitungsschritt } from '../frist/berechnung.ts';
import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { BestehenderFall, Fristende, Friststand } from './fall.ts';
import type { Fristaenderung } from './ereignisse.ts';
import { GEMERKT } from './evolve/tatsache.ts';
import { pflichtenDesAbgangs } from './pflichten/abgang.ts';
import { pflichtenDerBegleitung } from './pflichten/begleitung.ts';
import { laeuft, ruht } from './pflichten/laeuft.ts';
import { sichtAuf, type Pflicht, type Sicht } from './pflichten/pflicht.ts';
import { pflichtenDesZugangs } from './pflichten/zugang.ts';

/** Number of the derivation rules in force; a case raises it only at continue-as-new (architecture.md 5). */
export const REGELWERK = 1;

/** Every duty the facts of the case demand today, whether or not it runs in the present state. */
export function pflichten(sicht: Sicht): Pflicht[] {
  const { fall } = sicht;
  const alle = pflichtenDesZugangs(sicht);
  if ('begleitung' in fall) alle.push(...pflichtenDerBegleitung(sicht, fall.begleitung));
  alle.push(...pflichtenDesAbgangs(sicht));
  return alle;
}

/** How a duty ended, null while it is open (04-fristen.md 4.0, A-09). */
function endeVon(pflicht: Pflicht, faellig: Tag, heute: Tag): Fristende | null {
  const { erfuellung, versaeumtAb } = pflicht;
  if (erfuellung !== null) {
    if (erfuellung.am > faellig) return 'verspaetet_erledigt';
    return ortstag(erfuellung.erfasstAm) > faellig ? 'rechtzeitig_nacherfasst' : 'erledigt';
  }
  return versaeumtAb !== null && heute >= versaeumtAb ? 'versaeumt' : null;
}

/**
 * The day up to which duties may be missed: resting ones (S08) and those that ended with the case stand still on the
 * day the exit was recorded, so that nothing is missed that nobody had to do any more.
 */
function stichtag(fall: BestehenderFall, heute: Tag): Tag {
  if (fall.zustand === 'abgang_eingeleitet') return ortstag(fall.abgang.erfasstAm);
  if (fall.zustand !== 'beendet') return heute;
  return ortstag((fall.fallabgang.einleitung ?? fall.fallabgang).erfasstAm);
}

/** The duties that count: kept or missed ones always, open ones only where they run in the present state. */
function fristen(fall: BestehenderFall, am: Tag): Fristaenderung[] {
  const heute = stichtag(fall, am);
  const sicht = sichtAuf(fall, heute);
  const ergebnis: Fristaenderung[] = [];
  for (const pflicht of pflichten(sicht)) {
    const faellig = faelligAm(pflicht.auftrag, sicht.kalender);
    const ende = endeVon(pflicht, faellig, heute);
    if (ende === null && !laeuft(fall, pflicht.id)) continue;
    ergebnis.push({
      id: pflicht.id,
      vorkommen: pflicht.vorkommen,
      beginn: pflicht.beginn,
      start: startVon(pflicht),
      roh: rohesEnde(pflicht.auftrag, sicht.kalender),
      faellig,
      ende,
      ruht: ende === null && ruht(fall, pflicht.id),
    });
  }
  return ergebnis;
}

/** The event day a reminder may not precede; an appointment (CAL-T) starts with its duty. */
function startVon(pflicht: Pflicht): Tag {
  return pflicht.auftrag.regel === 'CAL-T' ? pflicht.beginn : pflicht.auftrag.ereignis;
}

function gleich(a: Friststand, b: Fristaenderung): boolean {
  return (
    a.faellig === b.faellig &&
    a.ende === b.ende &&
    a.ruht === b.ruht &&
    a.roh === b.roh &&
    a.start === b.start &&
    a.beginn === b.beginn
  );
}

/** What `fristen` says now and the case does not know yet: the content of one event `fristen_berechnet`. */
export function fristaenderungen(fall: BestehenderFall, heute: Tag): Fristaenderung[] {
  const soll = fristen(fall, heute);
  const schluessel = (f: { id: string; vorkommen: number }): string => `${f.id}/${f.vorkommen}`;
  const ist = new Map(fall.fristen.map((f) => [schluessel(f), f]));
  const geaendert: Fristaenderung[] = [];
  for (const frist of soll) {
    const bisher = ist.get(schluessel(frist));
    ist.delete(schluessel(frist));
    if (bisher === undefined) {
      if (!vergessen(fall, frist)) geaendert.push(frist);
    } else if (!gleich(bisher, frist)) {
      geaendert.push(bisher.faellig === frist.faellig ? frist : { ...frist, vorher: bisher.faellig });
    }
  }
  for (const rest of ist.values()) {
    if (rest.ende === null || nieGewesen(rest, soll)) geaendert.push(entfallen(rest));
  }
  return geaendert;
}

/** A missed occurrence beyond those the corrected facts demand was never owed. */
function nieGewesen({ id, vorkommen, ende }: Friststand, soll: readonly Fristaenderung[]): boolean {
  const gleiche = soll.filter((f) => f.id === id);
  return ende === 'versaeumt' && gleiche.length > 0 && gleiche.every((f) => f.vorkommen < vorkommen);
}

/** An ended duty so old that the case keeps only newer ones of its kind; the record still has it. */
function vergessen(fall: BestehenderFall, { id, vorkommen, ende }: Fristaenderung): boolean {
  return ende !== null && fall.fristen.filter((f) => f.id === id && f.vorkommen > vorkommen).length > GEMERKT;
}

function entfallen({ id, vorkommen, beginn, start, roh, faellig }: Friststand): Fristaenderung {
  return { id, vorkommen, beginn, start, roh, faellig, ende: 'entfallen', ruht: false };
}

/** Why a duty is due when it is: the legal steps in words. Null when the facts no longer demand it. */
export function herleitungVon(
  fall: BestehenderFall,
  frist: { id: string; vorkommen: number },
): readonly Herleitungsschritt[] | null {
  const sicht = sichtAuf(fall, ortstag(fall.zuletzt));
  const pflicht = pflichten(sicht).find((p) => p.id === frist.id && p.vorkommen === frist.vorkommen);
  return pflicht === undefined ? null : berechneFrist(pflicht.auftrag, sicht.kalender).herleitung;
}

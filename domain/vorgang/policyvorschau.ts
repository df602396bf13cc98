import type { Instant } from '../frist/zeitzone.ts';
import type { Fristid } from '../kennungen.ts';
import { fristschluessel, istFristereignis, type Fristaenderung, type Fristende } from '../pflicht/frist.ts';
import type { Policywahl } from '../policy/policy.ts';
import type { Aggregat, BefehlAn, Typen } from './aggregat.ts';
import { systemkopf } from './befehl.ts';
import { fuehreAus, zeitschritt } from './schritt.ts';

/** What a change of policy does to one duty; `vorher` null = the duty is new, `ende` not null = it is over with it. */
export type Fristbewegung = {
  readonly frist: Fristid;
  readonly vorkommen: number;
  readonly vorher: string | null;
  readonly faellig: string;
  readonly ende: Fristende | null;
};

/** What a change of policy does to one Vorgang. */
export type Policywirkung = {
  readonly zustand: string;
  readonly bewegungen: readonly Fristbewegung[];
};

type Ereignis = { readonly art: string };
type Bekannt = { readonly id: Fristid; readonly vorkommen: number; readonly faellig: string };

function bewegung(bisher: Bekannt | undefined, neu: Fristaenderung): Fristbewegung[] {
  const { id: frist, vorkommen, faellig, ende } = neu;
  if (bisher?.faellig === faellig && ende === null) return [];
  return [{ frist, vorkommen, vorher: bisher?.faellig ?? null, faellig, ende }];
}

/** Which duties events have moved, begun or ended, seen from the duties before them. */
export function bewegungenAus(vorher: readonly Bekannt[], ereignisse: readonly Ereignis[]): Fristbewegung[] {
  const bisher = new Map(vorher.map((f) => [fristschluessel(f), f]));
  const geaendert = new Map<string, Fristaenderung>();
  for (const ereignis of ereignisse) {
    if (!istFristereignis(ereignis) || ereignis.art !== 'fristen_berechnet') continue;
    for (const eintrag of ereignis.eintraege) geaendert.set(fristschluessel(eintrag), eintrag);
  }
  return [...geaendert.values()]
    .flatMap((neu) => bewegung(bisher.get(fristschluessel(neu)), neu))
    .sort((a, b) => a.frist.localeCompare(b.frist) || a.vorkommen - b.vorkommen);
}

/**
 * What another policy would do to a Vorgang now: the very command of the migration, played and thrown away. Null when the
 * Vorgang runs under it already.
 */
export function policyvorschau<T extends Typen>(
  aggregat: Aggregat<T>,
  stand: T['stand'],
  { policy, at }: { readonly policy: Policywahl; readonly at: Instant },
): Policywirkung | null {
  const heute = zeitschritt(aggregat, stand, at)?.stand ?? stand;
  const befehl: BefehlAn<T> = { ...systemkopf('vorschau', at), befehl: 'policy_uebernehmen', policy };
  const ergebnis = fuehreAus(aggregat, heute, befehl);
  if (!ergebnis.ok || ergebnis.ereignisse.length === 0) return null;
  return {
    zustand: ergebnis.lage.zustand,
    bewegungen: bewegungenAus(heute.fristen, ergebnis.ereignisse),
  };
}

import type { Zustand } from '../kennungen.ts';

/** A case a leaving colleague is named in, and as what. */
export type Stelle = {
  readonly fallId: string;
  readonly zustand: Zustand;
  readonly als: 'fm' | 'pap' | 'extern';
};

/** Who takes over which case; `personen` takes over those a pAp or FM U25 looks after, and their cases. */
export type Uebergabeplan = {
  readonly faelle: readonly { readonly fallId: string; readonly an: string }[];
  readonly personen: string | null;
};

/**
 * The command that gives a case to somebody else: TR51 before, TR57 after the Fallabgang. A commission of an external FM
 * goes to nobody; it ends with its final report first.
 */
export function uebergabebefehl({
  als,
  zustand,
}: Stelle): 'fm_wechseln' | 'nachhaltung_uebertragen' | 'pap_wechseln' | null {
  if (als === 'extern') return null;
  if (als === 'pap') return 'pap_wechseln';
  return zustand === 'beendet' ? 'nachhaltung_uebertragen' : 'fm_wechseln';
}

/** Deals the cases out to the others of the ring in turn, beginning behind the leaver, so that no one gets all. */
export function verteile(
  wer: string,
  ring: readonly string[],
  faelle: readonly string[],
): ReadonlyMap<string, string> {
  const platz = ring.indexOf(wer);
  const reihe = [...ring.slice(platz + 1), ...ring.slice(0, Math.max(platz, 0))];
  return new Map(
    faelle.flatMap((fallId, n) => {
      const an = reihe[n % reihe.length];
      return an === undefined ? [] : [[fallId, an] as const];
    }),
  );
}

/** Who takes over the case by the plan; null when it forgets the case, or nobody can take it over. */
export function uebernimmt(stelle: Stelle, plan: Uebergabeplan): string | null {
  if (uebergabebefehl(stelle) === null) return null;
  const genannt = plan.faelle.find(({ fallId }) => fallId === stelle.fallId);
  return genannt?.an ?? (stelle.als === 'pap' ? plan.personen : null);
}

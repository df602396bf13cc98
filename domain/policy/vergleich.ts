import type { Policy, Policywahl } from './policy.ts';
import { policyAus } from './wahl.ts';

/** A parameter in which two versions differ; of POL-FRIST and POL-ROLL each timer by itself (`POL-FRIST T-03`). */
export type Policyunterschied = {
  readonly parameter: string;
  readonly hier: unknown;
  readonly dort: unknown;
};

const JE_FRIST: ReadonlySet<string> = new Set<keyof Policy>(['POL-FRIST', 'POL-ROLL']);

function werte(wahl: Policywahl): Map<string, unknown> {
  const eintraege = Object.entries(policyAus(wahl)).flatMap(([name, wert]): [string, unknown][] =>
    JE_FRIST.has(name) ? Object.entries(wert).map(([id, teil]) => [`${name} ${id}`, teil]) : [[name, wert]],
  );
  return new Map(eintraege);
}

/** In what two versions differ, sorted by parameter. */
export function vergleichePolicies(hier: Policywahl, dort: Policywahl): readonly Policyunterschied[] {
  const links = werte(hier);
  const rechts = werte(dort);
  return [...new Set([...links.keys(), ...rechts.keys()])]
    .sort()
    .map((parameter) => ({
      parameter,
      hier: links.get(parameter) ?? null,
      dort: rechts.get(parameter) ?? null,
    }))
    .filter(({ hier: a, dort: b }) => JSON.stringify(a) !== JSON.stringify(b));
}

/** Number of the rules a Vorgang begins with today. One that runs keeps its own until it is told (`regelwerk_uebernehmen`). */
export const REGELWERK = 2;

/** Of what began before anybody named one. */
const ERSTES = 1;

/** From which number on a rule, or its sharper reading, acts (11.5). */
const AB_REGELWERK = {
  'V-79': 2,
  'V-82': 2,
} as const;

/** What a Vorgang, or whatever founds one, says of its rules. */
export type Geregelt = { readonly regelwerk?: number };

export function regelwerkVon({ regelwerk = ERSTES }: Geregelt): number {
  return regelwerk;
}

/** Does the rule act where this Vorgang is? */
export function gilt(regel: keyof typeof AB_REGELWERK, wo: Geregelt): boolean {
  return regelwerkVon(wo) >= AB_REGELWERK[regel];
}

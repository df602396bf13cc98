/** Number of the rules a Vorgang begins with today. One that runs keeps its own until it is told (`regelwerk_uebernehmen`). */
export const REGELWERK = 2;

/** Of what began before anybody named one. */
const ERSTES = 1;

/** What a Vorgang, or whatever founds one, says of its rules. */
export type Geregelt = { readonly regelwerk?: number };

export function regelwerkVon({ regelwerk = ERSTES }: Geregelt): number {
  return regelwerk;
}

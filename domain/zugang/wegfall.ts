import type { Tag } from '../frist/tag.ts';

/** V-79: why a person is no erwerbsfähige/r Leistungsberechtigte/r of this Jobcenter any more; the gravest first. */
export const WEGFALLGRUENDE = ['tod', 'umzug', 'rechtskreis', 'erwerbsfaehigkeit'] as const;
export type Wegfall = (typeof WEGFALLGRUENDE)[number];

/** What the master data of a person say about it. */
export type Personenstand = {
  readonly erwerbsfaehig: boolean;
  readonly rechtskreis: string;
  readonly verstorbenAm: Tag | null;
  readonly verzogenAm: Tag | null;
};

/** The gravest of several reasons. */
export function gravierendster(gruende: readonly (Wegfall | null)[]): Wegfall | null {
  return WEGFALLGRUENDE.find((grund) => gruende.includes(grund)) ?? null;
}

/** The reason the master data name; null for an eLb. */
export function wegfallNachAkte(person: Personenstand): Wegfall | null {
  return gravierendster([
    person.verstorbenAm === null ? null : 'tod',
    person.verzogenAm === null ? null : 'umzug',
    person.rechtskreis === 'sgb_ii' ? null : 'rechtskreis',
    person.erwerbsfaehig ? null : 'erwerbsfaehigkeit',
  ]);
}

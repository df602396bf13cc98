import type { Tag } from '../frist/tag.ts';
import { zeilennamen } from '../tabelle.ts';

/** Days of the master data of a person that are facts, and what they are called. */
const LEBENSTAGE = {
  geburtsdatum: 'Geburtstag',
  verstorbenAm: 'Sterbetag',
  verzogenAm: 'Tag des Wegzugs',
} as const;

export type Lebenstage = { readonly [T in keyof typeof LEBENSTAGE]?: Tag | null | undefined };

/** V-74: the first of them that lies ahead, in a sentence; null where none does. */
export function liegtVoraus(tage: Lebenstage, heute: Tag): string | null {
  const feld = zeilennamen(LEBENSTAGE).find((name) => (tage[name] ?? '') > heute);
  return feld === undefined ? null : `Der ${LEBENSTAGE[feld]} liegt in der Zukunft.`;
}

import { verstoss, type Ablehnung } from '../ablehnung.ts';
import type { Tag } from '../frist/tag.ts';
import { zeilennamen } from '../tabelle.ts';

/** V-74 for what is no Vorgang: a fact lies on the day it is entered, or before it. Null = it does, or nobody named one. */
export function liegtVoraus(tag: Tag | null | undefined, heute: Tag, name = 'Das Datum'): Ablehnung | null {
  return (tag ?? '') > heute ? verstoss('V-74', `${name} liegt in der Zukunft.`).ablehnung : null;
}

/** Days of the master data of a person that are facts, and what they are called. */
const LEBENSTAGE = {
  geburtsdatum: 'Der Geburtstag',
  verstorbenAm: 'Der Sterbetag',
  verzogenAm: 'Der Tag des Wegzugs',
} as const;

export type Lebenstage = { readonly [T in keyof typeof LEBENSTAGE]?: Tag | null | undefined };

/** V-74: what is said of the first of them that lies ahead; null where none does. */
export function lebenstagVoraus(tage: Lebenstage, heute: Tag): Ablehnung | null {
  for (const feld of zeilennamen(LEBENSTAGE)) {
    const ablehnung = liegtVoraus(tage[feld], heute, LEBENSTAGE[feld]);
    if (ablehnung !== null) return ablehnung;
  }
  return null;
}

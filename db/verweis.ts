import type { Vorgangsart } from '../domain/vorgang/aggregat.ts';

/** A Vorgang by kind and id. */
export type Vorgangsbezug = { readonly art: Vorgangsart; readonly id: string };

/** The two columns that say to which Vorgang a row belongs. */
export type Verweisspalten = { readonly fallId: string | null; readonly vorgangId: string | null };

export function verweisAuf({ art, id }: Vorgangsbezug): Verweisspalten {
  return art === 'fall' ? { fallId: id, vorgangId: null } : { fallId: null, vorgangId: id };
}

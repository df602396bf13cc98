/** Something in the audit or its anchors that is not as it was written (E47): where, and in a sentence what. */
export type Befund = { readonly wo: string; readonly was: string };

/** `n Einträge`, `ein Eintrag`. */
export function zahl(n: number, eins: string, viele: string): string {
  return n === 1 ? eins : `${String(n)} ${viele}`;
}

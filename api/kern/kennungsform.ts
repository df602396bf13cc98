const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

const klein = (text: string): string => (UUID.test(text) ? text.toLowerCase() : text);

/**
 * An input with its ids in lower case, as Lotse writes them: whoever sends the same id in capitals means the same thing
 * (addendum 11.4). Names of fields too, where a list is kept by ids. The input is not deeper than the edge allows.
 */
export function mitKleinenKennungen(eingabe: unknown): unknown {
  if (typeof eingabe === 'string') return klein(eingabe);
  if (typeof eingabe !== 'object' || eingabe === null) return eingabe;
  if (Array.isArray(eingabe)) return eingabe.map(mitKleinenKennungen);
  return Object.fromEntries(
    Object.entries(eingabe).map(([feld, wert]) => [klein(feld), mitKleinenKennungen(wert)]),
  );
}

/** The names of a table's rows, which TypeScript knows by its type and gives back as plain strings. */
export function zeilennamen<Name extends string>(tabelle: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(tabelle) as Name[];
}

/** A table with one row for every name. */
export function tabelleAus<Name extends string, Zeile>(
  namen: readonly Name[],
  zeile: (name: Name) => Zeile,
): Record<Name, Zeile> {
  return Object.fromEntries(namen.map((name) => [name, zeile(name)])) as Record<Name, Zeile>;
}

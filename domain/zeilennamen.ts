/** The names of a table's rows, which TypeScript knows by its type and gives back as plain strings. */
export function zeilennamen<Name extends string>(tabelle: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(tabelle) as Name[];
}

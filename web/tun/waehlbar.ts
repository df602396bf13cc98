/** One of them: what is sent, and what people read. */
export type Moeglichkeit = { readonly wert: string; readonly name: string };
/** `mehr`: there are others that do not stand here; they are found by a search. */
export type Auswahlliste = { readonly eintraege: readonly Moeglichkeit[]; readonly mehr: boolean };
/** What there is to choose from, by the kind of master data; for a field somebody has searched in, by its path. */
export type Auswahl = ReadonlyMap<string, Auswahlliste>;

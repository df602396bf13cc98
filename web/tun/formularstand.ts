import { gehoertZu, type Feld } from './feld.ts';
import type { Auswahl, Auswahlliste, Moeglichkeit } from './waehlbar.ts';

/** What a form knows beside its fields. */
export type Formularstand = {
  readonly befehl: string;
  /** What was typed; empty when the form is opened. */
  readonly werte: URLSearchParams;
  /** What is wrong, by the path of its field. */
  readonly fehler: ReadonlyMap<string, string>;
  /** Path of the field the cursor stands in. */
  readonly fokus: string | null;
  /** Entries of master data to choose from. */
  readonly auswahl: Auswahl;
  /** Something is changed: what stands in a field stays unless somebody types. */
  readonly aendert: boolean;
};

/** The value a field shows: what was typed, else what the contract takes when nothing is said. */
export function wertVon({ pfad, vorgabe }: Feld, { werte }: Formularstand): string {
  const getippt = werte.get(pfad);
  if (getippt !== null) return getippt;
  return typeof vorgabe === 'string' || typeof vorgabe === 'number' ? String(vorgabe) : '';
}

/** Of several: ticked under the name of the field, or typed row by row. */
export const alleWerte = (feld: Feld, { werte }: Formularstand): readonly string[] =>
  [...werte].flatMap(([name, wert]) => (gehoertZu(feld, name) ? [wert] : []));

/** What was chosen stays chosen, also where the list at hand does not show it. */
export const bisherige = (
  gewaehlt: string,
  moeglichkeiten: readonly Moeglichkeit[],
): readonly Moeglichkeit[] =>
  gewaehlt === '' || moeglichkeiten.some(({ wert }) => wert === gewaehlt)
    ? []
    : [{ wert: gewaehlt, name: 'wie bisher gewählt' }];

const NICHTS: Auswahlliste = { eintraege: [], mehr: false };

export type Verweis = Feld & { readonly auf: string };

export const waehlbarFuer = ({ auf, pfad }: Verweis, { auswahl }: Formularstand): Auswahlliste =>
  auswahl.get(pfad) ?? auswahl.get(auf) ?? NICHTS;

/** What there is in the case of what a number counts; nothing where it is another number, or not theirs to read. */
export const gezaehlte = (feld: Feld, { auswahl }: Formularstand): readonly Moeglichkeit[] =>
  feld.art === 'zahl' && feld.von !== null ? (auswahl.get(feld.von)?.eintraege ?? []) : [];

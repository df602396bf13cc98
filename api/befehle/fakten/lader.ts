import type { Ablehnung } from '../../../domain/ablehnung.ts';
import type { Zeilenversionen } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';

/** A refusal the record already shows. */
export type Abgelehnt = { readonly ablehnung: Ablehnung };
/** A fact with the versions of the rows it comes from, or why there is no point in going on. */
export type Geladen<Wert> = { readonly wert: Wert; readonly zeilenversionen: Zeilenversionen } | Abgelehnt;

export function geladen<Wert>(wert: Wert, zeilenversionen: Zeilenversionen = {}): Geladen<Wert> {
  return { wert, zeilenversionen };
}

export function abgelehnt(id: Ablehnung['id'], satz: string): Abgelehnt {
  return { ablehnung: { id, art: 'regel', satz } };
}

/** Reads one fact; the type of `vorhaben` says which fields of the input it needs. */
export type Lader<Vorhaben, Wert> = (leser: Aktenleser, vorhaben: Vorhaben) => Promise<Geladen<Wert>>;
/** The facts of one command by name. */
export type Ladersatz<Vorhaben> = Readonly<Record<string, Lader<Vorhaben, unknown>>>;
export type FaktenAus<Satz> = {
  readonly [Name in keyof Satz]: Satz[Name] extends Lader<never, infer Wert> ? Wert : never;
};

/** Loads the facts in their order; the first refusal ends it. */
export async function ladeFakten<Vorhaben, Satz extends Ladersatz<Vorhaben>>(
  satz: Satz,
  leser: Aktenleser,
  vorhaben: Vorhaben,
): Promise<Geladen<FaktenAus<Satz>>> {
  const werte: Record<string, unknown> = {};
  let versionen: Zeilenversionen = {};
  for (const [name, lade] of Object.entries(satz)) {
    const teil = await lade(leser, vorhaben);
    if ('ablehnung' in teil) return teil;
    werte[name] = teil.wert;
    // The oldest version wins: what was read first must not pass as read again (V-75).
    versionen = { ...teil.zeilenversionen, ...versionen };
  }
  // Every name of the record was loaded by its own loader.
  return geladen(werte as FaktenAus<Satz>, versionen);
}

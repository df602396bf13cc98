import type { Entwurf } from './entwurf.ts';
import type { Tagesspalte, Tageswahl } from './tage.ts';

/** The members of a union of events or commands by what names them: the map a table has a row for each key of. */
export type NachArt<U extends { readonly art: string }> = {
  readonly [A in U['art']]: Extract<U, { readonly art: A }>;
};
export type NachName<U extends { readonly befehl: string }> = {
  readonly [N in U['befehl']]: Extract<U, { readonly befehl: N }>;
};

/** One row for each kind of event: what becomes of a state by it. */
export type Ereigniszeilen<Stand, Karte, Neu = Stand> = {
  readonly [A in keyof Karte]: (stand: Stand, ereignis: Karte[A]) => Neu;
};

/** Folds an event by the row of its kind. */
export function nachArt<Stand, Karte, Neu>(
  tafel: Ereigniszeilen<Stand, Karte, Neu>,
): <A extends keyof Karte>(stand: Stand, ereignis: Karte[A] & { readonly art: A }) => Neu {
  return (stand, ereignis) => tafel[ereignis.art](stand, ereignis);
}

/** A row as it is read whatever its command: who decides it, and what is said of its days. */
export type Zeilenspalten = {
  /** Its update stands in the Temporal UI under its own name: `neutral` where that would hint at health (zustaende.md 6). */
  readonly updatename: 'klar' | 'neutral';
  readonly durch: unknown;
  /**
   * `technisch` = its day says when Lotse heard of it: never late, and no matter where it lies to the case;
   * `auch_vor_dem_fall` = a fact that may be older than the case.
   */
  readonly ereignistag?: 'technisch' | 'auch_vor_dem_fall';
  readonly tage?: Tageswahl;
};

/** One row for each command: who decides it, and what the days are that it brings (V-74). */
export type Befehlszeilen<Stand, Karte, Daten> = {
  readonly [N in keyof Karte]: Pick<Zeilenspalten, 'updatename' | 'ereignistag'> & {
    readonly durch: (stand: Stand, befehl: Karte[N]) => Entwurf<Daten>;
  } & Tagesspalte<Karte[N]>;
};

/** Decides a command by its row. */
export function nachName<Stand, Karte, Daten>(
  tafel: Befehlszeilen<Stand, Karte, Daten>,
): <N extends keyof Karte>(stand: Stand, befehl: Karte[N] & { readonly befehl: N }) => Entwurf<Daten> {
  return (stand, befehl) => tafel[befehl.befehl].durch(stand, befehl);
}

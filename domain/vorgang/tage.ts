import type { Tag } from '../frist/tag.ts';
import type { Befehlskopf } from './befehl.ts';

/**
 * What a day is that a command brings beside its own:
 * `tatsache` = a fact, which V-74 keeps out of the future; `tatsache_ab_2` = a fact it has kept out since Regelwerk 2;
 * `eigene_regel` = a day the command itself measures, with words of its own; `plan` = something agreed for later, since
 * Regelwerk 2 never before the day it is planned on; `zeitraum` = the beginning or end of what may run already.
 */
export type Tagesart = 'tatsache' | 'tatsache_ab_2' | 'eigene_regel' | 'plan' | 'zeitraum';

/** What is said of a group of fields as a whole: facts that Lotse itself adds to the command (nobody states their days), or a rule of its own. */
type Gruppe = 'akte' | 'eigene_regel';

type EnthaeltTag<W> = W extends string
  ? keyof Tag extends keyof W
    ? true
    : false
  : W extends readonly (infer T)[]
    ? EnthaeltTag<T>
    : W extends object
      ? Extract<{ [K in keyof W]-?: EnthaeltTag<W[K]> }[keyof W], true>
      : false;

type Angabe<W> = W extends string
  ? Tagesart
  : W extends readonly (infer T)[]
    ? Angabe<T>
    : W extends object
      ? Tagesfelder<W> | Gruppe
      : never;

/** Every field of `D` that is a day or holds one somewhere, with what its day is: none can be left out. */
export type Tagesfelder<D> = {
  readonly [K in keyof D as true extends EnthaeltTag<D[K]> ? K : never]-?: Angabe<D[K]>;
};

/** The column of a command for the days it brings; a command without such days has none. */
export type Tagesspalte<B> = [keyof Tagesfelder<Omit<B, keyof Befehlskopf>>] extends [never]
  ? { readonly tage?: never }
  : { readonly tage: Tagesfelder<Omit<B, keyof Befehlskopf>> };

/** A classification as it is walked through, whatever command it belongs to. */
export type Tageswahl = { readonly [feld: string]: Tagesart | Gruppe | Tageswahl };

/** The days of these kinds among the data of a command, as its row names them. */
export function tageDer(arten: readonly Tagesart[], daten: object, wahl: Tageswahl): Tag[] {
  const felder = new Map<string, unknown>(Object.entries(daten));
  return Object.entries(wahl).flatMap(([feld, art]) => tageAus(arten, felder.get(feld), art));
}

function tageAus(arten: readonly Tagesart[], wert: unknown, art: Tageswahl[string]): Tag[] {
  if (Array.isArray(wert)) return wert.flatMap((teil: unknown) => tageAus(arten, teil, art));
  if (typeof wert === 'string') return arten.some((eine) => eine === art) ? [wert] : [];
  return typeof wert === 'object' && wert !== null && typeof art === 'object'
    ? tageDer(arten, wert, art)
    : [];
}

import type { Ereigniszeilen, NachArt } from '../../vorgang/tafel.ts';
import type { Ereignis } from '../ereignisse.ts';
import { istInBegleitung, type BeendeterFall, type Begleitung, type BestehenderFall } from '../fall.ts';

/** What founds a case brings its Gründung; everything else happens to a case that is there. */
type Eroeffnung = Extract<Ereignis, { readonly gruendung: unknown }>;
export type Eroeffnungskarte = NachArt<Eroeffnung>;
export type Folgekarte = NachArt<Exclude<Ereignis, Eroeffnung>>;

/** A row for each kind of event that founds a case, given the id of the case. */
export type Eroeffnungszeilen = Ereigniszeilen<string, Eroeffnungskarte, BestehenderFall>;
/** A row for every other kind; each file of this folder has some of them. */
export type Folgezeilen = Ereigniszeilen<BestehenderFall, Folgekarte>;

type Zeile<E> = (fall: BestehenderFall, ereignis: E) => BestehenderFall;

/** A row that changes the Begleitung while bFM runs; before and after there is nothing to change. */
export function inBegleitung<E>(zeile: (begleitung: Begleitung, ereignis: E) => Begleitung): Zeile<E> {
  return (fall, ereignis) =>
    istInBegleitung(fall) ? { ...fall, begleitung: zeile(fall.begleitung, ereignis) } : fall;
}

/** The same from the Fallzugang on, also when the case ended while the fact was on its way. */
export function abFallzugang<E>(zeile: (begleitung: Begleitung, ereignis: E) => Begleitung): Zeile<E> {
  return (fall, ereignis) =>
    'begleitung' in fall ? { ...fall, begleitung: zeile(fall.begleitung, ereignis) } : fall;
}

/** A row for what happens between the Fallabgang and the end of the last duty (S09–S11). */
export function nachAbgang<E>(zeile: (fall: BeendeterFall, ereignis: E) => BeendeterFall): Zeile<E> {
  return (fall, ereignis) => (fall.zustand === 'beendet' ? zeile(fall, ereignis) : fall);
}

/** For what the record keeps and the case does not. */
export const unveraendert = (fall: BestehenderFall): BestehenderFall => fall;

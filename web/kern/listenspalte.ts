import type { Tag } from '../../domain/frist/tag.ts';
import { tagMitWochentag } from './datum.ts';
import type { Spalte } from './tabelle.ts';

/** What a file says instead of a cell: text, a number, or a day the spreadsheet can count with. */
export type Wert = string | number | null | { readonly tag: Tag };

/** A column of a file. */
export type Dateispalte<Eintrag> = {
  readonly kopf: string;
  readonly wert: (eintrag: Eintrag) => Wert;
};

/** What is more than text on the page: what it comes to in a file, in one column or several, or that a file leaves it out. */
type MitWert<Eintrag> = Pick<Spalte<Eintrag>, 'zelle'> & {
  readonly wert: Dateispalte<Eintrag>['wert'] | readonly Dateispalte<Eintrag>[] | 'nur_auf_der_seite';
};
type NurText<Eintrag> = {
  readonly zelle: (eintrag: Eintrag) => string | number | null;
  readonly wert?: never;
};

/** A column of a list that can be taken along as a file. */
export type Listenspalte<Eintrag> = Pick<Spalte<Eintrag>, 'kopf' | 'sortiert'> &
  (NurText<Eintrag> | MitWert<Eintrag>);

/** A column whose cell is a day. */
export const tagesspalte = <E>(
  spalte: Pick<Spalte<E>, 'kopf' | 'sortiert'>,
  tagVon: (eintrag: E) => Tag | null,
  sonst = '',
): Listenspalte<E> => ({
  ...spalte,
  zelle: (eintrag) => {
    const tag = tagVon(eintrag);
    return tag === null ? sonst : tagMitWochentag(tag);
  },
  wert: (eintrag) => {
    const tag = tagVon(eintrag);
    return tag === null ? null : { tag };
  },
});

/** The columns of a file, in the order of the page. */
export function dateispalten<E>(spalten: readonly Listenspalte<E>[]): readonly Dateispalte<E>[] {
  return spalten.flatMap(({ kopf, zelle, wert }): readonly Dateispalte<E>[] => {
    if (wert === undefined) return [{ kopf, wert: zelle }];
    if (wert === 'nur_auf_der_seite') return [];
    return typeof wert === 'function' ? [{ kopf, wert }] : wert;
  });
}

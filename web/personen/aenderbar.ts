import type { Personansicht } from '../../api/personen/formen.ts';
import type { Verweis } from '../schreiben/verweis.ts';

/** The way to a form about a person, as long as this colleague may change that part of the file. */
export const wennAenderbar = (
  { aenderbar }: Pick<Personansicht, 'aenderbar'>,
  was: Personansicht['aenderbar'][number],
  verweis: Verweis,
): readonly Verweis[] => (aenderbar.includes(was) ? [verweis] : []);

import type { Personansicht } from '../../api/personen/formen.ts';
import type { Verweis } from '../schreiben/verweis.ts';

/** The way to a form about a person, null where this colleague may not change that part of the file. */
export const wennAenderbar = (
  { aenderbar }: Pick<Personansicht, 'aenderbar'>,
  was: Personansicht['aenderbar'][number],
  verweis: Verweis,
): Verweis | null => (aenderbar.includes(was) ? verweis : null);

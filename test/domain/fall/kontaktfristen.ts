import type { Befehl } from '../../../domain/fall/befehle.ts';
import type { BestehenderFall } from '../../../domain/fall/fall.ts';
import { befehl, BIS_FALLZUGANG, nach } from '../../../tools/simulation/bauen.ts';

/** A case on the day of its Fallzugang (9.3). */
export const zugang = nach(...BIS_FALLZUGANG);
export const kontakt = (um: string, ereignisAm = um.slice(0, 10)): Befehl =>
  befehl('kontakt_erfassen', um, { ereignisAm });
export const massnahme = (um: string, von: string, bisAm: string): Befehl =>
  befehl('massnahme_beginnen', um, { von, bis: bisAm });
/** All contact duties, the open one last, as `id/number due status`. */
export const kontaktfristen = ({ fall }: { readonly fall: BestehenderFall }): string[] =>
  fall.fristen
    .filter(({ id }) => ['T-10', 'T-11', 'T-12'].includes(id))
    .sort((a, b) => Number(a.ende === null) - Number(b.ende === null) || a.vorkommen - b.vorkommen)
    .map((f) => `${f.id}/${f.vorkommen} ${f.faellig} ${f.ende ?? f.lauf}`);

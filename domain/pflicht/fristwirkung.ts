import type { Tag } from '../frist/tag.ts';
import { fristschluessel, type Fristende, type Friststand } from './frist.ts';

/** What becomes of a duty: it begins, moves, rests or goes on, ends, or stays as it is. */
export const FRISTWIRKUNGEN = ['neu', 'verlegt', 'ruht', 'laeuft_weiter', 'endet', 'unveraendert'] as const;

export type Fristwirkung = Pick<Friststand, 'id' | 'vorkommen' | 'faellig'> & {
  readonly wirkung: (typeof FRISTWIRKUNGEN)[number];
  /** Due day before, where it moved. */
  readonly vorher: Tag | null;
  /** How it ended, where it did. */
  readonly ende: Fristende | null;
};

function wirkung(alt: Friststand | undefined, neu: Friststand): Fristwirkung['wirkung'] {
  if (neu.ende !== null) return 'endet';
  if (alt === undefined) return 'neu';
  if (alt.ruht !== neu.ruht) return neu.ruht ? 'ruht' : 'laeuft_weiter';
  return alt.faellig === neu.faellig ? 'unveraendert' : 'verlegt';
}

/** What a step does to the duties of a Vorgang, by due day: those open before or after it. */
export function fristwirkungen(
  vorher: readonly Friststand[],
  nachher: readonly Friststand[],
): readonly Fristwirkung[] {
  const alte = new Map(vorher.map((frist) => [fristschluessel(frist), frist]));
  return nachher
    .filter((neu) => neu.ende === null || alte.get(fristschluessel(neu))?.ende === null)
    .map((neu): Fristwirkung => {
      const alt = alte.get(fristschluessel(neu));
      const { id, vorkommen, faellig, ende } = neu;
      const verlegtVon = alt === undefined || alt.faellig === faellig ? null : alt.faellig;
      return { id, vorkommen, faellig, ende, wirkung: wirkung(alt, neu), vorher: verlegtVon };
    })
    .toSorted((a, b) => (a.faellig < b.faellig ? -1 : Number(a.faellig > b.faellig)));
}

import type { Fristbewegung } from '../../domain/vorgang/policyvorschau.ts';

/** One Vorgang that was moved to another policy, by its label. */
export type Umgestellt = { readonly fall: string; readonly bewegungen: readonly Fristbewegung[] };

/** How a story shows a migration: which Fristen of which cases moved from when to when. */
export function umstellungsfakten(umgestellt: readonly Umgestellt[]): Readonly<Record<string, unknown>> {
  const bewegungen = [...umgestellt]
    .sort((a, b) => a.fall.localeCompare(b.fall))
    .flatMap(({ fall, bewegungen: eigene }) =>
      eigene.map(({ frist, vorkommen, vorher, faellig, ende }) => ({
        fall,
        frist,
        vorkommen,
        vorher,
        faellig,
        ende,
      })),
    );
  return { umgestellt: umgestellt.length, bewegungen };
}

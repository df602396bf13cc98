import { z } from 'zod';
import type { Teamkalender } from '../../api/team/formen.ts';
import type { Tag } from '../../domain/frist/tag.ts';

const Liste = z.object({ liste: z.array(z.object({ fall: z.string() })) });

/** A meeting that is closed: its day, and the cases it worked through. */
export type Geschlossene = { readonly am: Tag; readonly faelle: ReadonlySet<string> };

/** The newest meeting that is closed. */
export function letzteBesprechung({ geschichte }: Teamkalender): Geschlossene | null {
  const letzte = geschichte.findLast(({ art }) => art === 'besprechung_abgeschlossen');
  if (letzte === undefined) return null;
  const liste = Liste.safeParse(letzte.angaben).data?.liste ?? [];
  return { am: letzte.ereignisAm ?? '', faelle: new Set(liste.map(({ fall }) => fall)) };
}

type Frist = Teamkalender['fristen'][number];

/** The meeting that is closed next: the oldest that is still open (T-41), be its day past or to come. */
export function offeneBesprechung({ fristen }: Teamkalender): Frist | null {
  const offene = fristen.filter(({ id, offen }) => id === 'T-41' && offen);
  return offene.toSorted((a, b) => (a.faellig < b.faellig ? -1 : 1))[0] ?? null;
}

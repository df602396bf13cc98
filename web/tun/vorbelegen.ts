import { jaNein } from '../kern/worte.ts';
import type { Feld } from './feld.ts';

type Wert = readonly [pfad: string, wert: string];

/** What is known of one thing, by the names of its fields. */
type Stand = Readonly<Record<string, unknown>>;

const alsStand = (wert: unknown): Stand =>
  typeof wert === 'object' && wert !== null ? Object.fromEntries(Object.entries(wert)) : {};

/** A reference is read with the name of what it leads to; sent is its id. */
function alsText(wert: unknown): string {
  if (typeof wert === 'boolean') return jaNein(wert);
  if (typeof wert === 'string' || typeof wert === 'number') return String(wert);
  return alsText(alsStand(wert)['id'] ?? '');
}

function werte(feld: Feld, wert: unknown, pfad: string): readonly Wert[] {
  if (wert === null || wert === undefined) return [];
  if (feld.art === 'gruppe')
    return feld.felder.flatMap((eines) => werte(eines, alsStand(wert)[eines.name], `${pfad}.${eines.name}`));
  if (!Array.isArray(wert)) return [[pfad, alsText(wert)]];
  return wert.flatMap((eines: unknown, nummer): readonly Wert[] =>
    feld.art === 'liste' ? werte(feld.eintrag, eines, `${pfad}.${String(nummer)}`) : [[pfad, alsText(eines)]],
  );
}

/** What the fields of a form show of something that is there. */
export function vorbelegung(felder: readonly Feld[], stand: unknown): URLSearchParams {
  const bekannt = alsStand(stand);
  const gefuellt = new URLSearchParams();
  for (const [pfad, wert] of felder.flatMap((feld) => werte(feld, bekannt[feld.name], feld.pfad)))
    gefuellt.append(pfad, wert);
  return gefuellt;
}

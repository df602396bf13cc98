import { kandidaturen, weichtAb, type Zuordnungslage } from './vorschlag.ts';

/** What the case learns about the load behind its Zuordnung: numbers and one flag (E09, V-70). */
export type Zuordnungsfakten = {
  /** Open cases of the chosen colleague before this one. */
  readonly faelle: number;
  readonly soll: number;
  /** The choice is not the first suggestion and not on a par with it. */
  readonly abweichung: boolean;
};

/** The facts of choosing `fm`; null when that is nobody of the team. */
export function zuordnungsfakten(zuordnungslage: Zuordnungslage, fm: string): Zuordnungsfakten | null {
  const gewaehlt = kandidaturen(zuordnungslage).find(({ wer }) => wer.id === fm);
  if (gewaehlt === undefined) return null;
  const { faelle, soll } = gewaehlt.vorher;
  return { faelle, soll, abweichung: weichtAb(zuordnungslage, fm) };
}

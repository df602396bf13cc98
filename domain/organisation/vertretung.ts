import type { Tag } from '../frist/tag.ts';
import type { Nachricht } from '../vorgang/nachricht.ts';
import { istAbwesend, type Abwesenheit } from './abwesenheit.ts';

/** What decides on a day who stands in for whom: the ring of the team (E44) and who is there. */
export type Vertretungslage = {
  /** Fallmanager in the order in which they represent each other; the last is followed by the first. */
  readonly ring: readonly string[];
  /** Those who still work as Fallmanager in the team; others keep their place and are jumped over. */
  readonly taetig: ReadonlySet<string>;
  readonly abwesenheiten: readonly Abwesenheit[];
  readonly tag: Tag;
};

/**
 * Who represents the Fallmanager on the day: the next present member of the ring (TR52, AC-86). Null while the
 * Fallmanager is there, stands in no ring, or nobody of the ring is present.
 */
export function vertretungVon(fm: string, vertretungslage: Vertretungslage): string | null {
  const { ring, taetig, abwesenheiten, tag } = vertretungslage;
  const platz = ring.indexOf(fm);
  if (platz === -1 || !istAbwesend(fm, tag, abwesenheiten)) return null;
  const folgende = [...ring.slice(platz + 1), ...ring.slice(0, platz)];
  return folgende.find((wer) => taetig.has(wer) && !istAbwesend(wer, tag, abwesenheiten)) ?? null;
}

/** Who gets a message in the place of its receiver: "FM" is the responsible one or the acting Vertretung (POL-ESC). */
export function vertretungFuer(
  { an, person }: Pick<Nachricht, 'an' | 'person'>,
  vertretungslage: Vertretungslage,
): string | null {
  return an === 'fm' && person !== null ? vertretungVon(person, vertretungslage) : null;
}

/** Whom the colleague represents on the day, in the order of the ring. */
export function vertretene(wer: string, vertretungslage: Vertretungslage): string[] {
  return vertretungslage.ring.filter((fm) => vertretungVon(fm, vertretungslage) === wer);
}

import { v5 as uuidV5 } from 'uuid';
import type { Tag } from '../../domain/frist/tag.ts';
import { letzterFaelligerBeginn } from '../../domain/loeschung/frist.ts';
import { LOESCHKLASSEN } from '../../domain/loeschung/klassen.ts';
import type { Schluesselspeicher } from './speicher.ts';

/** Namespace of the keys of a year; fixed for ever, so that every process finds the same one. */
const JAHRE = '0d6a9c3b-4a0e-4f57-9d0c-6c1f6b7f2a92';

/** No search was hashed before. */
const ERSTES_JAHR = 2026;

const jahrVon = (tag: Tag): number => Number(tag.slice(0, 4));

const bezugDesJahres = (jahr: number): string => uuidV5(`suchen ${String(jahr)}`, JAHRE);

/** Under which name the key store keeps the key of the searches of the year of a day (ADR 61). */
export const suchschluesselbezug = (tag: Tag): string => bezugDesJahres(jahrVon(tag));

/** The same for every year whose searches can still be recognised on a day, the newest first. */
export function lesbareSuchschluessel(heute: Tag): string[] {
  const bezuege: string[] = [];
  for (let jahr = jahrVon(heute); !istFaellig(jahr, heute); jahr -= 1) bezuege.push(bezugDesJahres(jahr));
  return bezuege;
}

function istFaellig(jahr: number, heute: Tag): boolean {
  return `${String(jahr)}-12-31` <= letzterFaelligerBeginn(heute, LOESCHKLASSEN.suchschluessel.monate);
}

/** Destroys the keys of years whose period is over; again every night, because a restored backup may have brought one back. */
export async function vernichteFaelligeJahre(
  speicher: Pick<Schluesselspeicher, 'vernichte'>,
  heute: Tag,
): Promise<void> {
  for (let jahr = ERSTES_JAHR; istFaellig(jahr, heute); jahr += 1)
    await speicher.vernichte(bezugDesJahres(jahr));
}

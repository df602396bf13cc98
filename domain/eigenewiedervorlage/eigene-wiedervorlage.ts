import { verstoss, type Ablehnung } from '../ablehnung.ts';
import { plusMonate, tagInWorten, type Tag } from '../frist/tag.ts';

/** A sentence, not a note: what is to be kept belongs in the file. */
export const SATZ_HOECHSTENS = 200;

/** So far ahead somebody may remind themselves of something. */
const MONATE_HOECHSTENS = 24;

/** The last day an own Wiedervorlage may have. */
export const spaetesterTag = (heute: Tag): Tag => plusMonate(heute, MONATE_HOECHSTENS);

/** V-74: an own Wiedervorlage lies ahead, and not further than anybody plans. Null = it does. */
export function absageDesTages(tag: Tag, heute: Tag): Ablehnung | null {
  if (tag < heute) {
    const satz = `Der ${tagInWorten(tag)} ist vorbei; eine eigene Wiedervorlage liegt frühestens heute.`;
    return verstoss('V-74', satz).ablehnung;
  }
  const letzter = spaetesterTag(heute);
  if (tag <= letzter) return null;
  return verstoss(
    'V-74',
    `Eine eigene Wiedervorlage liegt höchstens zwei Jahre voraus, also spätestens am ${tagInWorten(letzter)}.`,
  ).ablehnung;
}

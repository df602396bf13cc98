import { verstoss, type Ablehnung } from '../ablehnung.ts';
import type { Tag } from '../frist/tag.ts';
import { liegtVoraus } from '../zugang/aktentage.ts';
import type { Leistung } from './leistungen.ts';

/** A service that was included later began before the case knew it (TR31). */
const beginnDerLeistung = ({ am, beginn }: Leistung): Tag =>
  beginn !== null && beginn.am < am ? beginn.am : am;

/** V-74: a provider reports of a day that is over and on which the service was there already (E25); null = it does. */
export function absageDesRueckmeldetags(leistung: Leistung, tag: Tag, heute: Tag): Ablehnung | null {
  const voraus = liegtVoraus(tag, heute);
  if (voraus !== null || tag >= beginnDerLeistung(leistung)) return voraus;
  return verstoss('V-74', 'Das Datum liegt vor der Zuweisung.').ablehnung;
}

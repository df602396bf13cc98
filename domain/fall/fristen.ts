import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Pflicht } from '../pflicht/pflicht.ts';
import { nachPolicywechsel } from '../pflicht/policywechsel.ts';
import type { Pflichtlage } from '../pflicht/sollfristen.ts';
import { istInBegleitung, type BestehenderFall } from './fall.ts';
import { pflichtenDesAbgangs } from './pflichten/abgang.ts';
import { pflichtenDerBegleitung } from './pflichten/begleitung.ts';
import { ersterAbschnitt, regimewechselAm } from './pflichten/kontakt.ts';
import { laeuft, ruht } from './pflichten/laeuft.ts';
import { sichtAuf, type Sicht } from './pflichten/pflicht.ts';
import { terminabsagen } from './pflichten/terminabsage.ts';
import { pflichtenDesZugangs } from './pflichten/zugang.ts';

/** Number of the derivation rules in force; a case raises it only at continue-as-new (architecture.md 5). */
export const REGELWERK = 1;

/** Every duty the facts of the case demand today, whether or not it runs in the present state. */
function pflichten(sicht: Sicht): Pflicht[] {
  const { fall } = sicht;
  const alle = pflichtenDesZugangs(sicht);
  if ('begleitung' in fall) alle.push(...pflichtenDerBegleitung(sicht, fall));
  alle.push(...pflichtenDesAbgangs(sicht), ...terminabsagen(sicht));
  return alle;
}

/**
 * The day up to which duties may be missed: resting ones (S08) and those that ended with the case stand still on the
 * day the exit was recorded, so that nothing is missed that nobody had to do any more.
 */
function stichtag(fall: BestehenderFall, heute: Tag): Tag {
  if (fall.zustand === 'abgang_eingeleitet') return ortstag(fall.abgang.erfasstAm);
  if (fall.zustand !== 'beendet') return heute;
  return ortstag((fall.fallabgang.einleitung ?? fall.fallabgang).erfasstAm);
}

/** The duties of the case on a day, and which of them run or rest in its state. */
export function pflichtlage(fall: BestehenderFall, am: Tag): Pflichtlage {
  const heute = stichtag(fall, am);
  const sicht = sichtAuf(fall, am, heute);
  return nachPolicywechsel(fall, {
    pflichten: pflichten(sicht),
    kalender: fall.kalender,
    heute,
    laeuft: (id) => laeuft(fall, id),
    ruht: (id) => ruht(fall, id),
    ...kontaktlage(sicht),
  });
}

/** The contact duties of the remembered time are all there; a measure that begins or ends changes them by itself. */
function kontaktlage(sicht: Sicht): Pick<Pflichtlage, 'vollstaendigAb' | 'weitereWechsel'> {
  const { fall } = sicht;
  if (!('begleitung' in fall)) return {};
  const ab = ersterAbschnitt(fall.begleitung);
  const wechsel = istInBegleitung(fall) ? regimewechselAm(sicht, fall.begleitung) : null;
  return { vollstaendigAb: { 'T-10': ab, 'T-11': ab }, weitereWechsel: wechsel === null ? [] : [wechsel] };
}

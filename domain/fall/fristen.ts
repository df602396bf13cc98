import type { Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Fristgruppe } from '../pflicht/katalog/katalog.ts';
import type { Pflicht } from '../pflicht/pflicht.ts';
import { nachPolicywechsel } from '../pflicht/policywechsel.ts';
import type { Pflichtlage } from '../pflicht/sollfristen.ts';
import { gilt } from '../vorgang/regelwerk.ts';
import { istInBegleitung, type BestehenderFall } from './fall.ts';
import { pflichtenDesAbgangs } from './pflichten/abgang.ts';
import { pflichtenDerBegleitung } from './pflichten/begleitung.ts';
import { abgeloesteKontakte, ersterAbschnitt, regimewechselAm } from './pflichten/kontakt.ts';
import { laeuft, ruht } from './pflichten/laeuft.ts';
import { abwicklung } from './pflichten/personenstand.ts';
import { sichtAuf, type Sicht } from './pflichten/pflicht.ts';
import { istVerwaist } from './wegfall.ts';
import { terminabsagen } from './pflichten/terminabsage.ts';
import { pflichtenDesZugangs } from './pflichten/zugang.ts';

type Ableitung = (sicht: Sicht) => Pflicht[];

const inBegleitung: Ableitung = (sicht) =>
  'begleitung' in sicht.fall ? pflichtenDerBegleitung(sicht, sicht.fall) : [];

/** What brings forth the Fristen of each file of the catalogue; its order is that in which the record lists the duties. A file without a row would be owed by nobody. */
const ABGELEITET: Readonly<Record<Fristgruppe, readonly Ableitung[]>> = {
  zugang: [pflichtenDesZugangs],
  begleitung: [inBegleitung],
  leistung: [inBegleitung],
  // T-32 is of the Begleitung, and has always stood behind what follows the exit.
  abgang: [pflichtenDesAbgangs, terminabsagen],
  personenstand: [abwicklung],
};

const ABLEITUNGEN = [...new Set(Object.values(ABGELEITET).flat())];

/** Every duty the facts of the case demand today, whether or not it runs in the present state. */
const pflichten: Ableitung = (sicht) => ABLEITUNGEN.flatMap((leiteAb) => leiteAb(sicht));

/**
 * The day up to which duties may be missed: resting ones (S08), those that ended with the case and those of a person who
 * is gone (V-79) stand still on the day the exit or the news was recorded, so that nothing is missed that nobody had to do any more.
 */
function stichtag(fall: BestehenderFall, heute: Tag): Tag {
  const { weggefallen } = fall;
  const ausgeschieden = weggefallen === null ? heute : ortstag(weggefallen.erfasstAm);
  const angehalten = abgangstag(fall, heute);
  return angehalten < ausgeschieden ? angehalten : ausgeschieden;
}

function abgangstag(fall: BestehenderFall, heute: Tag): Tag {
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
function kontaktlage(sicht: Sicht): Pick<Pflichtlage, 'vollstaendigAb' | 'weitereWechsel' | 'abgeloest'> {
  const { fall } = sicht;
  if (!('begleitung' in fall)) return {};
  const ab = ersterAbschnitt(fall.begleitung);
  const steht = istVerwaist(fall) || !istInBegleitung(fall);
  const wechsel = steht ? null : regimewechselAm(sicht, fall.begleitung);
  return {
    vollstaendigAb: { 'T-10': ab, 'T-11': ab },
    weitereWechsel: wechsel === null ? [] : [wechsel],
    ...(gilt('T-10', fall) ? { abgeloest: abgeloesteKontakte(sicht, fall.begleitung) } : {}),
  };
}

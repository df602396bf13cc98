import { tagInWorten, type Tag } from '../../domain/frist/tag.ts';

const KURZ = new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' });
const LANG = new Intl.DateTimeFormat('de-DE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const ZEITPUNKT = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});

const alsDatum = (tag: Tag): Date => new Date(`${tag}T00:00:00Z`);

/** `Mo., 04.01.2027`: the weekday says more than the number. */
export const tagMitWochentag = (tag: Tag): string => `${KURZ.format(alsDatum(tag))}., ${tagInWorten(tag)}`;

/** `Montag, 4. Januar 2027`. */
export const tagAusgeschrieben = (tag: Tag): string => LANG.format(alsDatum(tag));

/** An instant as the clock on the wall shows it, `04.01.2027, 09:15`. */
export const zeitpunkt = (instant: string): string => ZEITPUNKT.format(new Date(instant));

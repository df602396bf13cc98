import type { Ablehnung } from '../ablehnung.ts';
import { bringtTermin } from '../fall/uebergabetermin.ts';
import type { Stufe } from '../kennungen.ts';

/** How an announcement of the inbox comes by mail, too; the inbox itself keeps everything (ADR 75). */
export const MAILWEGE = ['sofort', 'taeglich', 'keine'] as const;
export type Mailweg = (typeof MAILWEGE)[number];

/** What a colleague has chosen, for every kind of announcement. */
export type Mailwahl = Readonly<Record<Stufe, Mailweg>>;

/** Who has chosen nothing: what is late comes at once, the rest stands together in one mail of the morning. */
export const OHNE_WAHL: Mailwahl = {
  erinnerung: 'taeglich',
  faellig: 'taeglich',
  ueberfaellig: 'sofort',
  mitteilung: 'taeglich',
};

/** POL-ESC: the ladder reaches whoever answers for a duty that is late. Null = the choice may be made. */
export function absageDerMailwahl({ ueberfaellig }: Mailwahl): Ablehnung | null {
  if (ueberfaellig !== 'keine') return null;
  const satz =
    'Überfälliges meldet Lotse immer auch per Mail; wählen Sie dafür „sofort“ oder „einmal am Tag“.';
  return { id: 'POL-ESC', art: 'regel', satz };
}

/** What an announcement says of itself. */
export type Angekuendigtes = { readonly stufe: Stufe; readonly anlass: string | null };

/** An invitation that came the next morning would announce appointments that are over. */
export const mailweg = ({ stufe, anlass }: Angekuendigtes, wahl: Mailwahl): Mailweg =>
  bringtTermin(anlass) ? 'sofort' : wahl[stufe];

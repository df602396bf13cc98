import type { Tag } from '../frist/tag.ts';
import type { Bestandsdaten, Bezug } from './befehle.ts';
import type { Ereignis, Ereignisart } from './ereignisse.ts';

type Bestandsteil = {
  /** As a correction calls it. */
  readonly teil: string;
  /** The kind of fact such a date is when Lotse itself records it. */
  readonly art: Ereignisart;
  readonly tage: (bestand: Bestandsdaten) => readonly (Tag | null)[];
  /** Several of them, told apart by their number in order of the days: `kontakt-2`. */
  readonly mehrere: boolean;
};

const einer = (
  teil: string,
  art: Ereignisart,
  tag: (bestand: Bestandsdaten) => Tag | null,
): Bestandsteil => ({
  teil,
  art,
  tage: (bestand) => [tag(bestand)],
  mehrere: false,
});
const viele = (teil: string, art: Ereignisart, tage: Bestandsteil['tage']): Bestandsteil => ({
  teil,
  art,
  tage,
  mehrere: true,
});

/** Dates of a case that was taken over; each can be corrected alone (TR58). */
export const BESTANDSTEILE: Readonly<Record<keyof Bestandsdaten, Bestandsteil>> = {
  vorgemerktAm: einer('vormerkung', 'vorgemerkt', (b) => b.vorgemerktAm),
  zuordnung: einer('zuordnung', 'zugeordnet', (b) => b.zuordnung.am),
  uebernahmegespraechAm: einer(
    'uebernahmegespraech',
    'uebernahmegespraech_gefuehrt',
    (b) => b.uebernahmegespraechAm,
  ),
  erstgespraechAm: einer('erstgespraech', 'erstgespraech_gefuehrt', (b) => b.erstgespraechAm),
  fallzugangAm: einer('fallzugang', 'fallzugang_dokumentiert', (b) => b.fallzugangAm),
  feedbackAm: einer('feedback', 'feedback_gegeben', (b) => b.feedbackAm),
  vereinbarungenAm: viele('vereinbarung', 'vereinbarung_abgeschlossen', (b) => b.vereinbarungenAm),
  kontakteAm: viele('kontakt', 'kontakt_erfasst', (b) => b.kontakteAm),
  ueberpruefungenAm: viele('ueberpruefung', 'ueberprueft', (b) => b.ueberpruefungenAm),
  standortgespraecheAm: viele(
    'standortgespraech',
    'standortgespraech_gefuehrt',
    (b) => b.standortgespraecheAm,
  ),
};

/** The kind of fact behind a part like `fallzugang` or `kontakt-2`; null when the take-over has no such date. */
function artDesBestandsteils(bestand: Bestandsdaten, teil: string): Ereignisart | null {
  const [name = '', nummer] = teil.split('-');
  const bekannt = Object.values(BESTANDSTEILE).find((b) => b.teil === name);
  if (bekannt === undefined || bekannt.mehrere !== (nummer !== undefined)) return null;
  const tage = new Set(bekannt.tage(bestand).filter((tag) => tag !== null));
  const stelle = Number(nummer ?? '1');
  return Number.isInteger(stelle) && stelle >= 1 && stelle <= tage.size ? bekannt.art : null;
}

/** A fact that another event tells along with its own. */
export const ARBEITSAUFNAHME = 'arbeitsaufnahme';

/** TR58: the fact a correction means: the event itself, or one of the dates it brought; null when there is none. */
export function bezugAuf(ereignis: Ereignis, teil: string | undefined): Bezug | null {
  const { id, art, akteur } = ereignis;
  if (teil === undefined) return art === 'fall_uebernommen' ? null : { ereignis: id, art, akteur };
  const teilart =
    art === 'fall_uebernommen'
      ? artDesBestandsteils(ereignis.bestand, teil)
      : teil === ARBEITSAUFNAHME
        ? ARBEITSAUFNAHME
        : null;
  return teilart === null ? null : { ereignis: `${id}/${teil}`, art: teilart, akteur };
}

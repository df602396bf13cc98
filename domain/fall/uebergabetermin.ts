import type { Kalendereintrag, Terminstand } from '../termin/kalenderdatei.ts';
import type { Terminort } from './befehle/kopf.ts';
import type { Uebergangid } from './uebergaenge/katalog.ts';
import {
  offeneSeiten,
  type Uebergabeprotokoll,
  type Uebergabegespraech,
  type Uebergabetermin,
} from './uebergabeprotokoll.ts';

export const GESPRAECHSNAMEN: Readonly<Record<Uebergabegespraech, string>> = {
  uebernahme: 'Übernahmegespräch',
  rueckgabe: 'Rückgabegespräch',
};

/** A place as colleagues say it; api/schreiben/vorlagen.ts says it to the person. */
export const TERMINORTSNAMEN: Readonly<Record<Terminort, string>> = {
  fm_buero: 'Büro des Fallmanagements',
  pap_buero: 'Büro der oder des pAp',
  aufsuchend: 'aufsuchend',
  video: 'per Video',
  anderer_ort: 'an einem anderen Ort',
};

export function terminstand({ abgesagt }: Uebergabeprotokoll, termin: Uebergabetermin): Terminstand {
  if (abgesagt !== null) return 'abgesagt';
  return offeneSeiten(termin).length === 0 ? 'bestaetigt' : 'vorgeschlagen';
}

/** The case an appointment belongs to, and where people reach Lotse; null where that is not known. */
export type Terminfall = {
  readonly fallId: string;
  readonly fallnummer: string;
  readonly adresse: string | null;
};

/** The appointment of a handover for the calendars of those who hold the talk; null when there never was one. */
export function kalendereintragVon(
  uebergabe: Uebergabeprotokoll,
  { fallId, fallnummer, adresse }: Terminfall,
): Kalendereintrag | null {
  const { gespraech, nummer, folge, termin, abgesagt } = uebergabe;
  if (termin === null) return null;
  return {
    kennung: `${gespraech}-${nummer}-${fallId}@lotse`,
    folge,
    stand: terminstand(uebergabe, termin),
    titel: `${GESPRAECHSNAMEN[gespraech]} – Fall ${fallnummer}`,
    ort: termin.ort === undefined ? null : TERMINORTSNAMEN[termin.ort],
    tag: termin.termin,
    uhrzeit: termin.uhrzeit ?? null,
    dauerMinuten: termin.dauerMinuten ?? null,
    belegt: true,
    verweis: adresse === null ? null : `${adresse}/faelle/${fallId}/uebergabe`,
    erfasstAm: abgesagt?.am ?? termin.von.am,
  };
}

/** Transitions by which those who hold a talk of handover hear that its appointment is made, moved, confirmed or gone. */
const TERMINPOST: ReadonlySet<string | null> = new Set<Uebergangid>([
  'TR10',
  'TR11',
  'TR13',
  'TR46',
  'TR54',
  'TR65',
]);
export const bringtTermin = (anlass: string | null): boolean => TERMINPOST.has(anlass);

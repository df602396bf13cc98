import type { Tag } from '../frist/tag.ts';

/**
 * What a consent is for: a Fachdienst is asked (V-24), facts are exchanged with a provider (V-46), somebody else of the
 * Bedarfsgemeinschaft agrees to entries about them (V-31).
 */
export const EINWILLIGUNGSZWECKE = ['fachdienst', 'leistung_16a', 'bedarfsgemeinschaft'] as const;
export type Einwilligungszweck = (typeof EINWILLIGUNGSZWECKE)[number];

/** The consent an entry of the Assessment may rest on: its Gutachten (V-23), or the BG member it is about (V-31). */
export function einwilligungszweckFuer(ueberBg: boolean): Einwilligungszweck {
  return ueberBg ? 'bedarfsgemeinschaft' : 'fachdienst';
}

/** Who is released from secrecy towards whom (E22). */
export const ENTBUNDENE_STELLEN = ['jobcenter', 'leistungserbringer', 'fachdienst'] as const;
export type EntbundeneStelle = (typeof ENTBUNDENE_STELLEN)[number];

/** What may be told (E22). */
export const DATENKATEGORIEN = [
  'gesundheit',
  'eignung',
  'motivation',
  'termine',
  'verlauf',
  'ergebnis',
] as const;
export type Datenkategorie = (typeof DATENKATEGORIEN)[number];

/** A consent as rules look at it: purpose and days, never its content (E22). */
export type Einwilligungsfakten = {
  readonly id: string;
  readonly zweck: Einwilligungszweck;
  readonly erteiltAm: Tag;
  readonly gueltigBis: Tag | null;
  readonly widerrufenAm: Tag | null;
};

/** What a command may carry of a consent (DS-20). */
export function nurFakten({
  id,
  zweck,
  erteiltAm,
  gueltigBis,
  widerrufenAm,
}: Einwilligungsfakten): Einwilligungsfakten {
  return { id, zweck, erteiltAm, gueltigBis, widerrufenAm };
}

export type Einwilligungsstand = 'gueltig' | 'noch_nicht_erteilt' | 'widerrufen' | 'abgelaufen';

/**
 * How a consent stands on a day. The day on which it was given counts; from the day of the revocation on it is gone; its
 * end is a Zeitraum and never moves to a working day (AC-56).
 */
export function standAm(
  { erteiltAm, gueltigBis, widerrufenAm }: Einwilligungsfakten,
  tag: Tag,
): Einwilligungsstand {
  if (tag < erteiltAm) return 'noch_nicht_erteilt';
  if (widerrufenAm !== null && tag >= widerrufenAm) return 'widerrufen';
  return gueltigBis !== null && tag > gueltigBis ? 'abgelaufen' : 'gueltig';
}

/** The consent a rule has to look at: one that holds on the day, else the newest for the purpose, which says why not. */
export function massgebliche(
  einwilligungen: readonly Einwilligungsfakten[],
  fuer: { readonly zweck: Einwilligungszweck; readonly am: Tag },
): Einwilligungsfakten | null {
  const passende = einwilligungen.filter(({ zweck }) => zweck === fuer.zweck);
  const gueltige = passende.findLast((e) => standAm(e, fuer.am) === 'gueltig');
  return gueltige ?? passende.at(-1) ?? null;
}

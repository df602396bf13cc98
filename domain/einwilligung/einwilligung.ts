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

/** Kinds of Gutachten (E17), each with what a consent has to cover for it (V-24, Art. 9 DSGVO). */
export const GUTACHTENARTEN = {
  aerztlich: 'gesundheit',
  psychologisch: 'eignung',
  kommunal: 'gesundheit',
  belastungserprobung: 'gesundheit',
} as const satisfies Readonly<Record<string, Datenkategorie>>;
export type Gutachtenart = keyof typeof GUTACHTENARTEN;

/** A consent as rules look at it: purpose and days, never its content (E22). */
export type Einwilligungsfakten = {
  readonly id: string;
  readonly zweck: Einwilligungszweck;
  readonly erteiltAm: Tag;
  readonly gueltigBis: Tag | null;
  readonly widerrufenAm: Tag | null;
  /** Provider of the directory it names as recipient; unknown to commands of older releases. */
  readonly leistungserbringerId?: string | null;
};

/** What a command may carry of a consent (DS-20). */
export function nurFakten({
  id,
  zweck,
  erteiltAm,
  gueltigBis,
  widerrufenAm,
  leistungserbringerId = null,
}: Einwilligungsfakten): Einwilligungsfakten {
  return { id, zweck, erteiltAm, gueltigBis, widerrufenAm, leistungserbringerId };
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

/** What somebody wants to use a consent for; `leistungserbringerId` where facts are exchanged with a provider. */
export type Verwendung = {
  readonly zweck: Einwilligungszweck;
  readonly am: Tag;
  readonly leistungserbringerId?: string;
  /** What is to be told; where it is not said, any consent to the purpose is looked at. */
  readonly kategorie?: Datenkategorie;
};

function giltFuer(einwilligung: Einwilligungsfakten, { zweck, leistungserbringerId }: Verwendung): boolean {
  if (einwilligung.zweck !== zweck) return false;
  return leistungserbringerId === undefined || einwilligung.leistungserbringerId === leistungserbringerId;
}

/** A consent with what it covers. */
export type Umfang = Einwilligungsfakten & {
  readonly datenkategorien: readonly Datenkategorie[];
  readonly entbundeneStellen: readonly EntbundeneStelle[];
};

/** A consent, with what it covers where that is known. */
type Pruefbare = Einwilligungsfakten & { readonly datenkategorien?: readonly Datenkategorie[] };

/** V-24: does the consent cover the very category, not the purpose alone? */
export function umfasst({ datenkategorien = [] }: Pruefbare, { kategorie }: Verwendung): boolean {
  return kategorie === undefined || datenkategorien.includes(kategorie);
}

/**
 * The consent a rule has to look at: one that holds on the day and covers the category, else one that holds, else the
 * newest for the purpose, which says why not.
 */
export function massgebliche<E extends Pruefbare>(einwilligungen: readonly E[], fuer: Verwendung): E | null {
  const passende = einwilligungen.filter((e) => giltFuer(e, fuer));
  const gueltige = passende.filter((e) => standAm(e, fuer.am) === 'gueltig');
  return gueltige.findLast((e) => umfasst(e, fuer)) ?? gueltige.at(-1) ?? passende.at(-1) ?? null;
}

/**
 * V-46: the consent under which facts of this category may come from the provider on the day, null without one: purpose,
 * recipient, category and both sides have to fit.
 */
export function deckt(
  einwilligungen: readonly Umfang[],
  fuer: Verwendung & { readonly kategorie: Datenkategorie },
): string | null {
  const passt = einwilligungen.findLast(
    (e) =>
      giltFuer(e, fuer) &&
      standAm(e, fuer.am) === 'gueltig' &&
      e.datenkategorien.includes(fuer.kategorie) &&
      e.entbundeneStellen.includes('jobcenter') &&
      e.entbundeneStellen.includes('leistungserbringer'),
  );
  return passt?.id ?? null;
}

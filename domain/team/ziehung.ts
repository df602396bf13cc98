/** SHA-256 of a text as 64 hexadecimal digits; given by the caller, because the domain has no cryptography. */
export type Sha256 = (text: string) => string;

/** What a draw is made from (E45, T-50). */
export type Ziehungsgrundlage = {
  /** Case numbers of all open cases of the team, each once. */
  readonly fallnummern: readonly string[];
  /** Secret of Lotse; its SHA-256 was published before the draw, so it could not be chosen for a result. */
  readonly saat: string;
  /** What the Bereichsleitung adds, e.g. the numbers of a lottery; Lotse could not know it beforehand. */
  readonly loswort: string;
  readonly anzahl: number;
};

/** The promise that is published before a draw: it binds to the seed without showing it. */
export function verpflichtungVon(saat: string, sha256: Sha256): string {
  return sha256(saat);
}

/** The lot of one case number. */
export function losVon(
  fallnummer: string,
  { saat, loswort }: Pick<Ziehungsgrundlage, 'saat' | 'loswort'>,
  sha256: Sha256,
): string {
  return sha256(`${saat}|${loswort}|${fallnummer}`);
}

/**
 * The drawn case numbers: those with the smallest lots, the smallest first. A lot is SHA-256 of
 * `seed|word|case number`, so whoever knows the list, the seed and the word can repeat the draw with any SHA-256
 * program, and check with the published promise that the seed was fixed before the word was known.
 */
export function ziehe(grundlage: Ziehungsgrundlage, sha256: Sha256): readonly string[] {
  return [...new Set(grundlage.fallnummern)]
    .map((fallnummer) => ({ fallnummer, los: losVon(fallnummer, grundlage, sha256) }))
    .sort((a, b) => (a.los < b.los ? -1 : 1))
    .slice(0, grundlage.anzahl)
    .map(({ fallnummer }) => fallnummer);
}

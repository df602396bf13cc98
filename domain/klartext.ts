/** Where `ae`, `oe`, `ue` are no umlauts, and where `ss` is no `ss`. */
const AUSNAHMEN: readonly (readonly [muster: RegExp, wort: string])[] = [
  [/massnahme/giu, 'Maßnahme'],
  [/groesse/giu, 'Größe'],
  [/\bgemaess\b/giu, 'gemäß'],
];

/** `fuegt`, not `neue`, `betreuer`, `aktuell`, `quer`. */
const umlaute = (wort: string): string =>
  wort
    .replaceAll(/(?<![aeq])ue(?!ll)/giu, (u) => (u.startsWith('U') ? 'Ü' : 'ü'))
    .replaceAll(/oe/giu, (o) => (o.startsWith('O') ? 'Ö' : 'ö'))
    .replaceAll(/ae/giu, (a) => (a.startsWith('A') ? 'Ä' : 'ä'));

/**
 * An identifier of the code as German words: `einsicht_verweigert`, `bgNummer`. Identifiers are German already, so that no
 * second list of the same words has to be kept.
 */
export function klartext(kennung: string): string {
  const worte = kennung
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, ' ')
    .replaceAll('_', ' ')
    .trim();
  const mitAusnahmen = AUSNAHMEN.reduce((text, [muster, wort]) => text.replaceAll(muster, wort), worte);
  const fertig = umlaute(mitAusnahmen);
  return fertig.charAt(0).toUpperCase() + fertig.slice(1);
}

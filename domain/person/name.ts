/** Umlauts and their spelling with two letters are the same, and so are ß and ss (DIN 5007). */
export const FALTUNG: readonly (readonly [zeichen: string, gefaltet: string])[] = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
];

/** The words of a name as they are looked for, whatever their case and spelling. */
export function gefalteteWorte(name: string): readonly string[] {
  const gefaltet = FALTUNG.reduce(
    (bisher, [von, zu]) => bisher.replaceAll(von, zu),
    name.normalize('NFC').toLowerCase(),
  );
  return gefaltet.split(/[\s,;-]+/u).filter((wort) => wort !== '');
}

/** May two names be one person's? All words of the shorter one stand in the longer one, in whatever order. */
export function kannDerselbeNameSein(einer: string, anderer: string): boolean {
  const [kurz, lang] = [gefalteteWorte(einer), gefalteteWorte(anderer)].sort((a, b) => a.length - b.length);
  return kurz !== undefined && kurz.length > 0 && kurz.every((wort) => lang?.includes(wort) === true);
}

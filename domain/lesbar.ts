/** What nobody sees: controls, marks of direction, fillers that count as letters (U+3164), the empty Braille pattern. */
const UNSICHTBAR = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Line breaks and tabs are layout, not hidden. */
const GESTALTUNG: ReadonlySet<string> = new Set(['\n', '\r', '\t']);

/** The text as somebody sees it. */
export const sichtbarerText = (text: string): string =>
  text.replaceAll(UNSICHTBAR, (zeichen) => (GESTALTUNG.has(zeichen) ? zeichen : ''));

/** Is there anything to read: a letter or a digit? */
export const istLesbar = (text: string): boolean => /[\p{L}\p{N}]/u.test(sichtbarerText(text));

/** Can a line look like another one: by controls, or by marks that turn its direction (CVE-2021-42574)? */
export const taeuscht = (zeile: string): boolean => /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(zeile);

/** A reason somebody else can weigh: at least two different words. */
export function istBegruendung(text: string): boolean {
  const worte = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return new Set(worte).size >= 2;
}

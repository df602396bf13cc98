const ZEICHEN = /[\p{L}\p{N}]/u;
const WORT = /\p{L}{2,}/gu;

/** Does the text say anything? Dots, spaces and characters nobody sees do not. */
export const sagtEtwas = (text: string): boolean => ZEICHEN.test(text);

/** A reason somebody else can weigh: at least two different words. */
export function istBegruendung(text: string): boolean {
  const worte = text.toLowerCase().match(WORT) ?? [];
  return new Set(worte).size >= 2;
}

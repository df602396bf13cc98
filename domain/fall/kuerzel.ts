/**
 * Marks with which files say what nobody may read: keys of diagnoses (F32.1), hashtags, runs of signs, pictures (V-28).
 * Deliberately few: paragraphs, language levels, driving licences and benefits have short names of their own.
 */
const KUERZEL: readonly RegExp[] = [
  /\b[A-TV-Z]\d{2}\.\d{1,2}\b/u,
  /(?<![\p{L}\p{N}])#\p{L}+/u,
  /([#*+!?~^|=])\1{2,}/u,
  /\p{Extended_Pictographic}/u,
];

/** True when a text carries a code or a hidden marker. */
export function enthaeltKuerzel(text: string): boolean {
  return KUERZEL.some((muster) => muster.test(text));
}

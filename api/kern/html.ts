import { sichtbarerText } from '../../domain/lesbar.ts';

const ZEICHEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text harmless inside HTML, and shows what is there: no controls, no marks that turn the direction of what follows. */
export function sicher(text: string): string {
  return sichtbarerText(text).replace(/[&<>"']/gu, (einzelnes) => ZEICHEN[einzelnes] ?? '');
}

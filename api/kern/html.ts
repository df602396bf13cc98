const ZEICHEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text harmless inside HTML. */
export function sicher(text: string): string {
  return text.replace(/[&<>"']/gu, (einzelnes) => ZEICHEN[einzelnes] ?? '');
}

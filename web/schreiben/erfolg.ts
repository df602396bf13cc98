import type { SafeHtml } from '@remix-run/html-template';
import { hinweiskasten } from '../kern/hinweis.ts';
import { zeileMit } from '../kern/zeilen.ts';

/** What came of the form somebody has just sent; null where the address names none. */
export function schreiberfolg(name: string | null): SafeHtml | null {
  const zeile = name === null ? undefined : zeileMit(name);
  if (zeile?.schreibt !== true) return null;
  return hinweiskasten({ art: 'success', titel: `Festgehalten: ${zeile.titel}`, inhalt: null });
}

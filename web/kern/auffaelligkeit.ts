import { html, type SafeHtml } from '@remix-run/html-template';
import { auffaelligkeitsname } from '../../domain/fall/bezeichnungen.ts';
import type { Auffaelligkeit } from '../../domain/fall/fall.ts';

/** What Teamleitung and Controlling ask about in a case; null where there is nothing. */
export function auffaelligkeitssatz(auffaelligkeiten: readonly Auffaelligkeit[]): SafeHtml | null {
  if (auffaelligkeiten.length === 0) return null;
  return html`<span class="leise">Auffällig: ${auffaelligkeiten.map(auffaelligkeitsname).join(', ')}</span>`;
}

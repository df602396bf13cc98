import { html, type SafeHtml } from '@remix-run/html-template';
import type { Auslastungseintrag } from '../../api/zuordnung/formen.ts';
import { auslastungInWorten, auslastungsbalken } from '../kern/auslastung.ts';

/** How many cases each Fallmanager has against 75 × Anteil; an FM sees the own. Null where there is nobody. */
export function auslastungstafel(eintraege: readonly Auslastungseintrag[]): SafeHtml | null {
  if (eintraege.length === 0) return null;
  return html`<section aria-labelledby="auslastung">
    <h2 id="auslastung" class="kern-heading-medium">Auslastung</h2>
    <ul class="auslastung">
      ${eintraege.map(
        ({ fm, auslastung }) =>
          html`<li>
            <span>${fm.anzeigename}</span> ${auslastungsbalken(auslastung, fm.anzeigename)}
            <span>${auslastungInWorten(auslastung)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import { auslastungsroute } from '../../api/zuordnung/routen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { auslastungInWorten, auslastungsbalken } from '../kern/auslastung.ts';

/** How many cases each Fallmanager has against 75 × Anteil; an FM sees the own. Null for roles that have no such list. */
export async function auslastungstafel({ umgebung, konto }: Seitenanfrage): Promise<SafeHtml | null> {
  const eintraege = (await frageWennErlaubt(umgebung, auslastungsroute, { konto }))?.eintraege ?? [];
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

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Entwurf } from '../../api/formularentwurf/faelle.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import type { Stelle } from './stelle.ts';

/** What a form says of itself when it is to be kept. */
export const stellenfelder = ({ weiter, fallId, personId }: Stelle): SafeHtml =>
  html`<input type="hidden" name="_ort" value="${weiter}" />
    <input type="hidden" name="_fall" value="${fallId ?? ''}" />
    <input type="hidden" name="_person" value="${personId ?? ''}" />`;

/** Keeps what stands in the form; with the script of the page it is also kept while somebody types. */
export const aufhebeknopf = html`<button
    class="kern-btn kern-btn--tertiary"
    formaction="/entwurf"
    formnovalidate
  >
    <span class="kern-label">Zwischenspeichern</span>
  </button>
  <span class="leise" id="entwurfsstand" aria-live="polite"></span>`;

/** Says that what stands in the fields was begun earlier, and lets it go; null where nothing was. */
export function entwurfskasten({ weiter }: Stelle, begonnen: Entwurf | undefined): SafeHtml | null {
  if (begonnen === undefined) return null;
  const { gespeichertAm, bis } = begonnen;
  return hinweiskasten({
    art: 'info',
    titel: `Zwischengespeichert am ${zeitpunkt(gespeichertAm)}, noch nicht festgehalten`,
    inhalt: html`<p class="kern-body">
        Ihre Eingabe steht wieder in den Feldern. Nur Sie können sie lesen; sie bleibt bis
        ${tagMitWochentag(bis)}.
      </p>
      <form method="post" action="/entwurf/verwerfen">
        <input type="hidden" name="_ort" value="${weiter}" />
        <button class="kern-btn kern-btn--secondary">
          <span class="kern-label">Verwerfen und neu beginnen</span>
        </button>
      </form>`,
  });
}

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Rahmen } from './rahmen.ts';

/** Everything that was typed, unseen in the page: it goes off with the next click. */
export const mitgenommen = (felder: URLSearchParams): SafeHtml[] =>
  [...felder].map(([name, wert]) => html`<textarea hidden name="${name}">${wert}</textarea>`);

/** What was typed goes off once more, with the key it had: nothing is recorded twice. */
export function wiederholung(ort: string, felder: URLSearchParams): SafeHtml {
  return html`<form method="post" action="${ort}" autocomplete="off">
    ${mitgenommen(felder)}
    <button class="kern-btn kern-btn--primary">
      <span class="kern-label">Eingabe noch einmal abschicken</span>
    </button>
  </form>`;
}

/**
 * A form came in after its session was over: it comes back with everything that was typed, to be sent again after a sign-in in
 * another tab. Nothing of it is kept anywhere but in the page itself.
 */
export function nochEinmal(ort: string, felder: URLSearchParams): Rahmen {
  const inhalt = html`<h1 class="kern-heading-large">Sie sind nicht mehr angemeldet</h1>
    <p class="kern-body">Ihre Eingabe ist noch hier und noch nicht gespeichert. So geht es weiter:</p>
    <ol class="kern-body schritte">
      <li>
        <a class="kern-link" href="/anmeldung?nach=%2Fangemeldet" target="_blank" rel="noopener"
          >Melden Sie sich in einem neuen Tab an</a
        >
        und kommen Sie hierher zurück.
      </li>
      <li>Schicken Sie die Eingabe dann noch einmal ab.</li>
    </ol>
    ${wiederholung(ort, felder)}`;
  return { titel: 'Nicht mehr angemeldet', inhalt, bereich: null, konto: null };
}

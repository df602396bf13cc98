import { html, type SafeHtml } from '@remix-run/html-template';
import { ZAEHLT_WEITER, type Seite } from '../../api/kern/seiten.ts';

/** The same address with other values; an empty one takes the filter off. */
export function mit(abfrage: URLSearchParams, werte: Readonly<Record<string, string>>): string {
  const neu = new URLSearchParams(abfrage);
  for (const [name, wert] of Object.entries(werte)) {
    if (wert === '') neu.delete(name);
    else neu.set(name, wert);
  }
  const text = neu.toString();
  return text === '' ? '?' : `?${text}`;
}

/** How many there are and where the others stand. */
export function blaetterleiste(seite: Seite<unknown>, abfrage: URLSearchParams): SafeHtml {
  const { gesamt, limit, offset, eintraege } = seite;
  if (gesamt === 0) return html`<p class="leise">Kein Eintrag.</p>`;
  const bis = offset + eintraege.length;
  const zurueck = offset > 0 ? mit(abfrage, { offset: String(Math.max(0, offset - limit)) }) : null;
  const weiter = bis < gesamt ? mit(abfrage, { offset: String(bis) }) : null;
  return html`<nav class="blaettern" aria-label="Weitere Seiten der Liste">
    <span
      >${offset + 1} bis ${bis} von
      ${gesamt - bis < ZAEHLT_WEITER ? gesamt : `mehr als ${String(gesamt - 1)}`}</span
    >
    ${zurueck === null ? null : html`<a class="kern-link" href="${zurueck}" rel="prev">vorige</a>`}
    ${weiter === null ? null : html`<a class="kern-link" href="${weiter}" rel="next">nächste</a>`}
  </nav>`;
}

import { html, type SafeHtml } from '@remix-run/html-template';

/** Names and values of one thing; what is not known is left out. */
export function merkmale(zeilen: readonly (readonly [name: string, wert: string | null])[]): SafeHtml {
  return html`<dl class="angaben">
    ${zeilen.map(([name, wert]) =>
      wert === null
        ? null
        : html`<div>
            <dt>${name}</dt>
            <dd>${wert}</dd>
          </div>`,
    )}
  </dl>`;
}

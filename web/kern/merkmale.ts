import { html, type SafeHtml } from '@remix-run/html-template';

/** What something is called, and what it is; null where that is not known. */
export type Merkmal = readonly [name: string, wert: SafeHtml | string | null];

/** Names and values of one thing; what is not known is left out. */
export function merkmale(zeilen: readonly Merkmal[]): SafeHtml {
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

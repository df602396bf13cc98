import { html, type SafeHtml } from '@remix-run/html-template';
import { tagMitWochentag } from './datum.ts';

type Schritt = { readonly schritt: string; readonly norm: string; readonly datum: string };

/** How a day was computed, step by step with the paragraph each rests on. */
export function herleitungstafel(schritte: readonly Schritt[]): SafeHtml {
  if (schritte.length === 0) return html`<p class="kern-body">Die Herleitung liest, wer den Fall führt.</p>`;
  return html`<div class="kern-table-responsive">
    <table class="kern-table kern-table--small">
      <thead class="kern-table__head">
        <tr class="kern-table__row">
          <th scope="col" class="kern-table__header">Schritt</th>
          <th scope="col" class="kern-table__header">Regel</th>
          <th scope="col" class="kern-table__header">Tag</th>
        </tr>
      </thead>
      <tbody class="kern-table__body">
        ${schritte.map(
          ({ schritt, norm, datum }) =>
            html`<tr class="kern-table__row">
              <th scope="row" class="kern-table__cell">${schritt}</th>
              <td class="kern-table__cell" data-spalte="Regel">${norm}</td>
              <td class="kern-table__cell" data-spalte="Tag">${tagMitWochentag(datum)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

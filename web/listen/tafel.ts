import { html, type SafeHtml } from '@remix-run/html-template';
import type { Seite } from '../../api/kern/seiten.ts';
import { blaetterleiste, mit } from './blaettern.ts';

/** A column: its head, what stands in it, and by what the list sorts there. */
export type Spalte<Eintrag> = {
  readonly kopf: string;
  readonly sortiert?: string;
  readonly zelle: (eintrag: Eintrag) => SafeHtml | string | number | null;
};

function kopf<E>({ kopf: name, sortiert }: Spalte<E>, abfrage: URLSearchParams): SafeHtml {
  if (sortiert === undefined) return html`<th scope="col" class="kern-table__header">${name}</th>`;
  const jetzt = abfrage.get('sortierung');
  const auf = jetzt === sortiert;
  const ab = jetzt === `-${sortiert}`;
  const zustand = auf ? html`aria-sort="ascending"` : ab ? html`aria-sort="descending"` : null;
  const ort = mit(abfrage, { sortierung: auf ? `-${sortiert}` : sortiert, offset: '' });
  return html`<th scope="col" class="kern-table__header" ${zustand}>
    <a class="kern-link" href="${ort}">${name}${auf ? ' ▲' : ab ? ' ▼' : ''}</a>
  </th>`;
}

/** A list of the workplace as a table; at 320 px each row becomes a block with the heads before its cells. */
export function tafel<E>(
  seite: Seite<E>,
  spalten: readonly Spalte<E>[],
  { abfrage, leer }: { readonly abfrage: URLSearchParams; readonly leer: string },
): SafeHtml {
  if (seite.gesamt === 0) return html`<p class="kern-body">${leer}</p>`;
  return html`<div class="kern-table-responsive">
      <table class="kern-table kern-table--small">
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            ${spalten.map((spalte) => kopf(spalte, abfrage))}
          </tr>
        </thead>
        <tbody class="kern-table__body">
          ${seite.eintraege.map(
            (eintrag) =>
              html`<tr class="kern-table__row">
                ${spalten.map((spalte, nummer) =>
                  nummer === 0
                    ? html`<th scope="row" class="kern-table__cell">${spalte.zelle(eintrag)}</th>`
                    : html`<td class="kern-table__cell" data-spalte="${spalte.kopf}">
                        ${spalte.zelle(eintrag)}
                      </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${blaetterleiste(seite, abfrage)}`;
}

import { html, type SafeHtml } from '@remix-run/html-template';

/** A column: its head, what stands in it, and by what the list sorts there. */
export type Spalte<Eintrag> = {
  readonly kopf: string;
  readonly sortiert?: string;
  readonly zelle: (eintrag: Eintrag) => SafeHtml | string | number | null;
};

const einfach = ({ kopf }: Pick<Spalte<never>, 'kopf'>): SafeHtml =>
  html`<th scope="col" class="kern-table__header">${kopf}</th>`;

function zeile<E>(eintrag: E, spalten: readonly Spalte<E>[]): SafeHtml {
  return html`<tr class="kern-table__row">
    ${spalten.map(({ kopf, zelle }, nummer) =>
      nummer === 0
        ? html`<th scope="row" class="kern-table__cell">${zelle(eintrag)}</th>`
        : html`<td class="kern-table__cell" data-spalte="${kopf}">${zelle(eintrag)}</td>`,
    )}
  </tr>`;
}

/** A table whose rows begin with what they are about; at 320 px each becomes a block with the heads before its cells. */
export function tabelle<E>(
  eintraege: readonly E[],
  spalten: readonly Spalte<E>[],
  kopf: (spalte: Spalte<E>) => SafeHtml = einfach,
): SafeHtml {
  return html`<div class="kern-table-responsive">
    <table class="kern-table kern-table--small">
      <thead class="kern-table__head">
        <tr class="kern-table__row">
          ${spalten.map(kopf)}
        </tr>
      </thead>
      <tbody class="kern-table__body">
        ${eintraege.map((eintrag) => zeile(eintrag, spalten))}
      </tbody>
    </table>
  </div>`;
}

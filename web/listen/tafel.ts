import { html, type SafeHtml } from '@remix-run/html-template';
import type { Seite } from '../../api/kern/seiten.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { blaetterleiste, mit } from './blaettern.ts';

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
  return html`${tabelle(seite.eintraege, spalten, (spalte) => kopf(spalte, abfrage))}
  ${blaetterleiste(seite, abfrage)}`;
}

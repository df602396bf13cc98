import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { schreibknoepfe, type Verweis } from './verweis.ts';

export type Abschnitt<E> = {
  readonly id: string;
  readonly titel: string;
  /** Null for somebody who may not read it; what may be written may be written still. */
  readonly eintraege: readonly E[] | null;
  readonly spalten: readonly Spalte<E>[];
  readonly leer: string;
  readonly tun: readonly (Verweis | null)[];
};

/** A part of a page: what is there, and what can be written to it; null where there is neither for this role. */
export function abschnitt<E>(
  konto: Konto,
  { id, titel, eintraege, spalten, leer, tun }: Abschnitt<E>,
): SafeHtml | null {
  const knoepfe = schreibknoepfe(konto, tun);
  if (eintraege === null && knoepfe === null) return null;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}" class="kern-heading-medium">${titel}</h2>
    ${
      eintraege === null || eintraege.length === 0
        ? html`<p class="kern-body">${eintraege === null ? 'Für Ihre Rolle nicht sichtbar.' : leer}</p>`
        : tabelle(eintraege, spalten)
    }
    ${knoepfe}
  </section>`;
}

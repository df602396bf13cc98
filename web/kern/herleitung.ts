import { html, type SafeHtml } from '@remix-run/html-template';
import { tagMitWochentag } from './datum.ts';
import { tabelle, type Spalte } from './tabelle.ts';

type Schritt = { readonly schritt: string; readonly norm: string; readonly datum: string };

const SPALTEN: readonly Spalte<Schritt>[] = [
  { kopf: 'Schritt', zelle: ({ schritt }) => schritt },
  { kopf: 'Regel', zelle: ({ norm }) => norm },
  { kopf: 'Tag', zelle: ({ datum }) => tagMitWochentag(datum) },
];

/** How a day was computed, step by step with the paragraph each rests on. */
export function herleitungstafel(schritte: readonly Schritt[]): SafeHtml {
  if (schritte.length === 0) return html`<p class="kern-body">Die Herleitung liest, wer den Fall führt.</p>`;
  return tabelle(schritte, SPALTEN);
}

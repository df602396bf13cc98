import { html, type SafeHtml } from '@remix-run/html-template';

export type Knopf = {
  readonly ort: string;
  readonly wort: string;
  /** What it is about, for those who hear the page and not see it. */
  readonly wovon?: string | undefined;
};

/** A word, and for those who only hear it what it is about. */
export const mitBezug = ({ wort, wovon }: Pick<Knopf, 'wort' | 'wovon'>): SafeHtml =>
  html`${wort}${wovon === undefined ? null : html`<span class="kern-sr-only"> ${wovon}</span>`}`;

/** A link that looks like a button: it leads to a form, and does nothing by itself. */
export const knopf = (eines: Knopf): SafeHtml =>
  html`<a class="kern-btn kern-btn--secondary knapp" href="${eines.ort}"
    ><span class="kern-label">${mitBezug(eines)}</span></a
  >`;

/** Buttons beside each other. */
export const knopfzeile = (knoepfe: readonly Knopf[]): SafeHtml =>
  html`<p class="knoepfe">${knoepfe.map(knopf)}</p>`;

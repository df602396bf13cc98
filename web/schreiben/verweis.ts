import { html, type SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import { schreibort } from '../kern/taten.ts';
import { zeileMit } from '../kern/zeilen.ts';

export type Verweis = {
  /** Name of the row that writes. */
  readonly name: string;
  readonly kennungen?: readonly string[];
  /** In the words of a day at the desk; the title of the row where none is given. */
  readonly wort?: string;
  /** What it is about, for those who hear the page and not see it. */
  readonly wovon?: string;
};

function erlaubt({ rolle }: Konto, { name }: Verweis): boolean {
  const zeile = zeileMit(name);
  if (zeile === undefined) throw new Error(`Keine Zeile der API heißt ${name}`);
  return zeile.rollen.includes(rolle);
}

const ortVon = ({ name, kennungen = [] }: Verweis): string => schreibort(name, ...kennungen);
const wortVon = ({ name, wort }: Verweis): string => wort ?? zeileMit(name)?.titel ?? name;

/** Leads to the form of a write; null for a role that has no such form. */
export function schreibverweis(konto: Konto, verweis: Verweis): SafeHtml | null {
  if (!erlaubt(konto, verweis)) return null;
  const { wovon } = verweis;
  return html`<a class="kern-link" href="${ortVon(verweis)}"
    >${wortVon(verweis)}${wovon === undefined ? null : html`<span class="kern-sr-only"> ${wovon}</span>`}</a
  >`;
}

/** The same as buttons beside each other; null where the role has none of them. */
export function schreibknoepfe(konto: Konto, verweise: readonly Verweis[]): SafeHtml | null {
  const eigene = verweise.filter((verweis) => erlaubt(konto, verweis));
  if (eigene.length === 0) return null;
  return html`<p class="knoepfe">
    ${eigene.map(
      (verweis) =>
        html`<a class="kern-btn kern-btn--secondary knapp" href="${ortVon(verweis)}"
          ><span class="kern-label">${wortVon(verweis)}</span></a
        >`,
    )}
  </p>`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import { hinweiskasten } from '../kern/hinweis.ts';
import type { Auswahl } from './waehlbar.ts';
import { feldname, wertname } from './beschriftung.ts';
import { feldId, flach, gehoertZu, istVerdeckt, type Feld } from './feld.ts';

type Umfeld = { readonly befehl: string; readonly felder: readonly Feld[]; readonly auswahl: Auswahl };

/** All values of a field, in order; of a list its entries as a whole. */
const werteVon = (felder: URLSearchParams, feld: Feld): readonly string[] =>
  [...felder].flatMap(([name, wert]) => (wert !== '' && gehoertZu(feld, name) ? [wert] : []));

function inWorten(feld: Feld, wert: string, auswahl: Auswahl): string {
  if (feld.art === 'verweis' || feld.art === 'verweise')
    return auswahl.get(feld.auf)?.eintraege.find((eine) => eine.wert === wert)?.name ?? wert;
  return feld.art === 'wahl' || feld.art === 'mehrwahl' ? wertname(wert, feld.name) : wert;
}

/** What is stored now and differs from what was typed: somebody else was quicker (V-75), and both have to be seen side by side. */
export function inzwischen(
  { befehl, felder, auswahl }: Umfeld,
  getippt: URLSearchParams,
  gespeichert: URLSearchParams,
): SafeHtml | null {
  const andere = flach(felder)
    .filter((feld) => feld.art !== 'gruppe' && !istVerdeckt(feld))
    .map((feld) => ({ feld, jetzt: werteVon(gespeichert, feld), eigene: werteVon(getippt, feld) }))
    .filter(({ jetzt, eigene }) => jetzt.join('\n') !== eigene.join('\n'));
  if (andere.length === 0) return null;
  const inhalt = html`<ul class="kern-body">
    ${andere.map(
      ({ feld, jetzt }) =>
        html`<li>
          <a class="kern-link" href="#${feldId(feld.pfad)}">${feldname(feld.name, befehl)}</a>:
          ${jetzt.length === 0 ? 'leer' : jetzt.map((wert) => inWorten(feld, wert, auswahl)).join(', ')}
        </li>`,
    )}
  </ul>`;
  return hinweiskasten({ art: 'info', titel: 'Gespeichert ist jetzt anderes als in Ihrem Formular', inhalt });
}

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Tag } from '../../domain/frist/tag.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { stationen, type Station, type Zeitangaben } from './stationen.ts';
import { masse, MASSE, type Marke, type Strahl } from './strahlmasse.ts';

const { breite, reihe: zeile, band, abstand, rand } = MASSE;

/** State as a sign, for those who do not see its colour. */
const ZEICHEN: Readonly<Record<Station['stand'], string>> = {
  geschehen: '●',
  heute: '▼',
  'steht an': '○',
  überfällig: '⚠',
  ruht: '–',
};

const hoehe = (marken: readonly Marke[]): number =>
  marken.length === 0 ? 0 : (Math.max(...marken.map(({ reihe }) => reihe)) + 1) * zeile + abstand;

/** A line from the band to the words; upwards for what was, downwards for what is due. */
function marke({ station: { stand }, text, x, reihe }: Marke, rand0: number, richtung: 1 | -1): SafeHtml {
  const mitte = rand0 + richtung * (abstand + (reihe + 0.5) * zeile);
  const klasse = { geschehen: 'war', heute: 'heute', 'steht an': 'kommt', überfällig: 'spaet', ruht: 'ruht' };
  return html`<g class="${klasse[stand]}">
    <path d="M${x} ${stand === 'heute' ? rand0 + band : rand0}V${mitte}" />
    <text x="${x}" y="${mitte}" dx="4" dy="0.35em">${ZEICHEN[stand]} ${text}</text>
  </g>`;
}

/** Years on the band, each where it begins; the first at the left edge, unless the next one is close. */
function jahre(von: Tag, bis: Tag, xVon: Strahl['xVon']): { jahr: number; x: number }[] {
  const [erstes, letztes] = [Number(von.slice(0, 4)), Number(bis.slice(0, 4))];
  const alle = Array.from({ length: letztes - erstes + 1 }, (_, n) => ({
    jahr: erstes + n,
    x: n === 0 ? rand : xVon(`${String(erstes + n)}-01-01`),
  }));
  return alle.filter(({ x }, n) => (alle[n + 1]?.x ?? breite) - x > 50);
}

function zeichnung(alle: readonly Station[]): SafeHtml {
  const { oben, unten, xVon } = masse(alle);
  const [von = '', bis = ''] = [alle.at(0)?.tag, alle.at(-1)?.tag];
  const oberkante = hoehe(oben);
  const unterkante = oberkante + band;
  return html`<svg
    class="strahl"
    role="img"
    aria-labelledby="strahl-titel"
    viewBox="0 0 ${breite} ${unterkante + hoehe(unten)}"
  >
    <title id="strahl-titel">Zeitstrahl des Falls; dieselben Angaben stehen darunter als Tafel</title>
    <rect x="0" y="${oberkante}" width="${breite}" height="${band}" />
    ${jahre(von, bis, xVon).map(
      ({ jahr, x }) =>
        html`<path d="M${x} ${oberkante}V${unterkante}" /><text
            class="jahr"
            x="${x}"
            y="${oberkante + band / 2}"
            dx="4"
            dy="0.35em"
            >${jahr}</text
          >`,
    )}
    ${oben.map((eine) => marke(eine, oberkante, -1))} ${unten.map((eine) => marke(eine, unterkante, 1))}
  </svg>`;
}

const SPALTEN: readonly Spalte<Station>[] = [
  { kopf: 'Tag', zelle: ({ tag }) => tagMitWochentag(tag) },
  {
    kopf: 'Was',
    zelle: ({ name, kennung }) =>
      html`${name}${kennung === null ? null : html` <span class="kennung">${kennung}</span>`}`,
  },
  {
    kopf: 'Stand',
    zelle: ({ stand }) => html`<span aria-hidden="true">${ZEICHEN[stand]}</span> ${stand}`,
  },
];

const tafel = (alle: readonly Station[]): SafeHtml =>
  html`<details>
    <summary>Als Tafel</summary>
    ${tabelle(alle, SPALTEN)}
  </details>`;

/** The way of a case from the Vormerkung to today and ahead, drawn and as a table. */
export function zeitstrahl(fall: Zeitangaben, heute: Tag): SafeHtml {
  const alle = stationen(fall, heute);
  return html`<section class="zeitstrahl" aria-labelledby="zeitstrahl">
    <h2 id="zeitstrahl" class="kern-heading-medium">Zeitstrahl</h2>
    ${zeichnung(alle)} ${tafel(alle)}
  </section>`;
}

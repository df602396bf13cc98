import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Ereignisart } from '../../domain/fall/ereignisse.ts';
import { klartext } from '../../domain/klartext.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { feldname, wertname } from '../tun/beschriftung.ts';
import { alsAngaben, angabenliste } from './angaben.ts';

type Ereignis = Fallansicht['geschichte'][number];
type Text = Ereignis['texte'][number];

/** What Lotse computed: it stands with each Frist, and would bury what people did. */
const GERECHNET: ReadonlySet<string> = new Set<Ereignisart>(['fristen_berechnet', 'frist_schritte']);

/** A text under the name of its field; what was disputed says so. */
export function wortlaut({ feld, text, bestreitung }: Text): SafeHtml {
  const angaben = alsAngaben(text);
  if (angaben !== null) return angabenliste(angaben) ?? html``;
  const streit =
    bestreitung === undefined ? null : `Die Person bestreitet das (${klartext(bestreitung.stand)}).`;
  return html`<p class="kern-body">
    <span class="leise">${feldname(feld)}:</span> <span class="wortlaut">${text}</span>
    ${streit === null ? null : html`<span class="spaet">${streit}</span>`}
  </p>`;
}

function eintrag({ art, am, ereignisAm, wer, texte, angaben }: Ereignis): SafeHtml {
  // A case that was taken over says its facts in a text, too, as far as the role may read it.
  const inTexten = texte.some(({ text }) => alsAngaben(text) !== null);
  return html`<li>
    <h3>
      ${ereignisAm === null ? zeitpunkt(am) : tagMitWochentag(ereignisAm)} <span>${wertname(art)}</span>
    </h3>
    ${inTexten ? null : angabenliste(angaben)} ${texte.map(wortlaut)}
    <p class="leise">${wer ?? 'Lotse, weil die Zeit da war'}, erfasst ${zeitpunkt(am)}</p>
  </li>`;
}

/** What happened to a case, the newest first, as far as the role may read it. */
export function verlauf(geschichte: readonly Ereignis[]): SafeHtml {
  const eintraege = geschichte.filter(({ art }) => !GERECHNET.has(art)).toReversed();
  if (eintraege.length === 0) return html`<p class="kern-body">Noch nichts, was Ihre Rolle lesen darf.</p>`;
  return html`<ol class="verlauf">
    ${eintraege.map(eintrag)}
  </ol>`;
}

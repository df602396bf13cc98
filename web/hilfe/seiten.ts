import { html, type SafeHtml } from '@remix-run/html-template';
import type { Router } from 'express';
import { Absage } from '../../api/kern/absage.ts';
import { zettel } from '../../api/kern/merkzettel.ts';
import { zeilennamen } from '../../domain/tabelle.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { schuetzeOhneKonto, sendeSeite } from '../kern/antwort.ts';
import {
  hilfeort,
  istKapitel,
  KAPITEL,
  KAPITEL_DER_ROLLE,
  OEFFENTLICHES,
  SEITENKAPITEL,
  type Kapitel,
  type Oeffentliches,
} from './kapitel.ts';
import { kapitelAlsHtml } from './text.ts';

const verweise = (kapitel: readonly Kapitel[]): SafeHtml =>
  html`<ul class="taten">
    ${kapitel.map((eines) => html`<li><a class="kern-link" href="${hilfeort(eines)}">${KAPITEL[eines]}</a></li>`)}
  </ul>`;

/** What there is to read, the chapter about one's own tasks first. */
export function hilfe({ konto }: Seitenanfrage): Promise<Seitenantwort> {
  const inhalt = html`<h1 class="kern-heading-large">Hilfe</h1>
    <h2 class="kern-heading-medium">Ihre Aufgabe</h2>
    ${verweise([KAPITEL_DER_ROLLE[konto.rolle]])}
    <h2 class="kern-heading-medium">Die Seiten</h2>
    ${verweise(zeilennamen(SEITENKAPITEL))}
    <h2 class="kern-heading-medium">Für alle</h2>
    ${verweise(zeilennamen(OEFFENTLICHES))}`;
  return Promise.resolve({ art: 'seite', titel: 'Hilfe', inhalt, bereich: null });
}

/** One chapter. @throws Absage NICHT_GEFUNDEN for one there is not. */
export function hilfekapitel(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const name = teil(anfrage, 'kapitel');
  if (!istKapitel(name)) throw new Absage('NICHT_GEFUNDEN', 'Dieses Kapitel gibt es nicht.');
  const inhalt = html`${kapitelAlsHtml(name)}
    <p class="kern-body nur-schirm"><a class="kern-link" href="/hilfe">Alle Kapitel</a></p>`;
  return Promise.resolve({ art: 'seite', titel: `Hilfe: ${KAPITEL[name]}`, inhalt, bereich: null });
}

/** Whom to tell, as the office says it. */
function wohin(kapitel: Oeffentliches, kontakt: string | null): SafeHtml | null {
  if (kapitel !== 'barrierefreiheit') return null;
  return html`<p class="kern-body">
    <strong>Ihre Meldung erreicht uns hier:</strong>
    ${kontakt ?? 'bei der Stelle Ihres Jobcenters, die Lotse betreibt.'}
  </p>`;
}

/** The pages nobody has to sign in for. */
export function registriereOeffentliches(router: Router, kontakt: string | null): void {
  for (const kapitel of zeilennamen(OEFFENTLICHES)) {
    router.get(`/${kapitel}`, schuetzeOhneKonto, (_, res) => {
      zettel(res).route = `GET /${kapitel}`;
      const inhalt = html`${kapitelAlsHtml(kapitel)} ${wohin(kapitel, kontakt)}
        <p class="kern-body nur-schirm"><a class="kern-link" href="/">Zu Lotse</a></p>`;
      sendeSeite(res, { titel: OEFFENTLICHES[kapitel], inhalt, bereich: null, konto: null });
    });
  }
}

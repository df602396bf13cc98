import { html, type SafeHtml } from '@remix-run/html-template';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Absage } from '../../api/kern/absage.ts';
import { alsFehlerbehandlung, problemAus } from '../../api/kern/fehlerantwort.ts';
import { zettel } from '../../api/kern/merkzettel.ts';
import { sendeSeite } from './antwort.ts';

type Problem = ReturnType<typeof problemAus>['rumpf'];

/** What somebody can do about it, for the ends that are nobody's fault here. */
const RAT: Readonly<Record<string, string>> = {
  NICHT_BERECHTIGT: 'Wenn Sie den Zugang brauchen, wenden Sie sich an Ihre Teamleitung.',
  NICHT_GEFUNDEN: 'Vielleicht ist die Adresse unvollständig, oder der Eintrag ist gelöscht.',
  NICHT_ERREICHBAR: 'Bitte laden Sie die Seite in einigen Minuten neu. Es ist nichts verloren gegangen.',
  UEBERLASTET: 'Bitte laden Sie die Seite in einigen Sekunden neu.',
  ZU_VIELE_ANFRAGEN: 'Bitte warten Sie eine Minute und laden Sie die Seite dann neu.',
  INTERN:
    'Bitte nennen Sie der IT die Nummer unten. Es ist nichts verloren gegangen, was schon gespeichert war.',
};

function inhalt({ title, detail, code, anfrage }: Problem): SafeHtml {
  const satz = code === 'INTERN' ? 'Lotse ist auf einen Fehler gestoßen.' : detail;
  return html`<h1 class="kern-heading-large">${title}</h1>
    <p class="kern-body">${satz}</p>
    ${RAT[code] === undefined ? null : html`<p class="kern-body">${RAT[code]}</p>`}
    <p class="kern-body"><a class="kern-link" href="/">Zur Startseite</a></p>
    <p class="leise">Nummer für die IT: ${anfrage}</p>`;
}

/** The way out for errors of pages. */
export function fehlerseite(log: Logger): ErrorRequestHandler {
  return alsFehlerbehandlung((...[roh, , res, weiter]) => {
    const { status, rumpf } = problemAus(roh, res, log);
    if (res.headersSent) {
      weiter(roh);
      return;
    }
    const { konto = null } = zettel(res);
    sendeSeite(res, { titel: rumpf.title, inhalt: inhalt(rumpf), bereich: null, konto }, status);
  });
}

/** What no page and no row of the API has taken. */
export const keineSeite: RequestHandler = () => {
  throw new Absage('NICHT_GEFUNDEN', 'Diese Seite gibt es nicht.');
};

import { html, type SafeHtml } from '@remix-run/html-template';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Absage } from '../../api/kern/absage.ts';
import { alsFehlerbehandlung, problemAus } from '../../api/kern/fehlerantwort.ts';
import { zettel } from '../../api/kern/merkzettel.ts';
import { sendeSeite } from './antwort.ts';
import { wiederholung } from './noch-einmal.ts';
import { rumpfVon } from './zugang.ts';

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

/** Ends that may be another one in a minute. */
const VORUEBERGEHEND: ReadonlySet<string> = new Set([
  'NICHT_ERREICHBAR',
  'UEBERLASTET',
  'ZU_VIELE_ANFRAGEN',
  'INTERN',
]);

/** A form that ended here keeps its text: it stands in the page, to be sent again. */
function eingabe(req: Request, code: string): SafeHtml | null {
  const felder = rumpfVon(req);
  if (req.method !== 'POST' || felder.size === 0 || !VORUEBERGEHEND.has(code)) return null;
  return html`<p class="kern-body">Ihre Eingabe ist noch hier und vielleicht noch nicht gespeichert.</p>
    ${wiederholung(req.originalUrl, felder)}`;
}

function inhalt({ title, detail, code, anfrage }: Problem, behalten: SafeHtml | null): SafeHtml {
  const satz = code === 'INTERN' ? 'Lotse ist auf einen Fehler gestoßen.' : detail;
  return html`<h1 class="kern-heading-large">${title}</h1>
    <p class="kern-body">${satz}</p>
    ${behalten !== null || RAT[code] === undefined ? null : html`<p class="kern-body">${RAT[code]}</p>`}
    ${behalten}
    <p class="kern-body"><a class="kern-link" href="/">Zur Startseite</a></p>
    <p class="leise">Nummer für die IT: ${anfrage}</p>`;
}

/** The way out for errors of pages. */
export function fehlerseite(log: Logger): ErrorRequestHandler {
  return alsFehlerbehandlung((...[roh, req, res, weiter]) => {
    const { status, rumpf } = problemAus(roh, res, log);
    if (res.headersSent) {
      weiter(roh);
      return;
    }
    const { konto = null } = zettel(res);
    sendeSeite(
      res,
      { titel: rumpf.title, inhalt: inhalt(rumpf, eingabe(req, rumpf.code)), bereich: null, konto },
      status,
    );
  });
}

/** What no page and no row of the API has taken. */
export const keineSeite: RequestHandler = () => {
  throw new Absage('NICHT_GEFUNDEN', 'Diese Seite gibt es nicht.');
};

import type { RequestHandler, Response } from 'express';
import { DRUCKREGEL } from '../../api/kern/druckseite.ts';
import { rahme, type Rahmen, type Skript } from './rahmen.ts';

/** No frame, nothing from elsewhere; KERN draws its signs from `data:`. No script either, unless a page says which. */
function schuetze(mehr: readonly string[]): RequestHandler {
  const csp = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...mehr,
  ].join('; ');
  return (_, res, weiter) => {
    // With no referrer at all older browsers would not name the origin of a form either (web/kern/herkunft.ts).
    res.set({ 'Content-Security-Policy': csp, 'Referrer-Policy': 'same-origin' });
    weiter();
  };
}

/** A form goes to Lotse, and from there at most on to the identity provider: browsers hold redirects to this rule, too. */
export const schuetzeSeiten = (anbieter: string): RequestHandler =>
  schuetze([`form-action 'self' ${anbieter}`]);

/** Pages for those who have no account; nothing on them goes to the identity provider. */
export const schuetzeOhneKonto: RequestHandler = schuetze(["form-action 'self'"]);

/** What a page with this script may do besides, and no other. */
const SKRIPTREGELN: Readonly<Record<Skript, string>> = {
  'rueckmeldung.js': "script-src 'self'",
  'entwurf.js': "script-src 'self'; connect-src 'self'",
};

export function sendeSeite(res: Response, rahmen: Rahmen, status = 200): void {
  const { skript } = rahmen;
  if (skript !== undefined)
    res.set(
      'Content-Security-Policy',
      `${res.get('Content-Security-Policy') ?? ''}; ${SKRIPTREGELN[skript]}`,
    );
  res.status(status).type('text/html').send(rahme(rahmen));
}

/** A document has no menu and no form: its own style, and nothing else. */
export function sendeDokument(res: Response, dokument: string): void {
  const regel = `${DRUCKREGEL}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'`;
  res.set('Content-Security-Policy', regel).type('text/html').send(dokument);
}

/** A file is kept, never shown in place. */
export function sendeDatei(
  res: Response,
  { typ, name, inhalt }: { readonly typ: string; readonly name: string; readonly inhalt: string | Buffer },
): void {
  res.set('Content-Security-Policy', "default-src 'none'").attachment(name).type(typ).send(inhalt);
}

/** After a form always 303: reload and back do not send it again. */
export function schickeWeiter(res: Response, ort: string): void {
  res.redirect(303, ort);
}

import type { RequestHandler, Response } from 'express';
import { rahme, type Rahmen } from './rahmen.ts';

/**
 * No script, no frame, nothing from elsewhere; KERN draws its signs from `data:`. A form goes to Lotse, and from there at
 * most on to the identity provider: browsers hold redirects to this rule, too.
 */
export function schuetzeSeiten(anbieter: string): RequestHandler {
  const csp = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `form-action 'self' ${anbieter}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
  return (_, res, weiter) => {
    // With no referrer at all older browsers would not name the origin of a form either (web/kern/herkunft.ts).
    res.set({ 'Content-Security-Policy': csp, 'Referrer-Policy': 'same-origin' });
    weiter();
  };
}

export function sendeSeite(res: Response, rahmen: Rahmen, status = 200): void {
  res.status(status).type('text/html').send(rahme(rahmen));
}

/** After a form always 303: reload and back do not send it again. */
export function schickeWeiter(res: Response, ort: string): void {
  res.redirect(303, ort);
}

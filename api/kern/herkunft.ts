import type { RequestHandler } from 'express';
import { Absage } from './absage.ts';

/**
 * Lets the pages of the named origins call a route from a browser, and no other page (CORS); a caller that is no browser
 * names no origin. Whoever asks brings a token, or the session of the same browser.
 */
export function nurHerkunft(erlaubt: readonly string[]): RequestHandler {
  return (req, res, weiter) => {
    const herkunft = req.get('Origin');
    res.vary('Origin');
    if (herkunft === undefined) {
      weiter();
      return;
    }
    if (!erlaubt.includes(herkunft))
      throw new Absage('NICHT_BERECHTIGT', 'Diese Herkunft ist nicht zugelassen.');
    res.set({ 'Access-Control-Allow-Origin': herkunft, 'Access-Control-Allow-Credentials': 'true' });
    if (req.method !== 'OPTIONS') {
      weiter();
      return;
    }
    res.set({
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Namespace',
      'Access-Control-Max-Age': '600',
    });
    res.status(204).end();
  };
}

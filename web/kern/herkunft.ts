import type { Request } from 'express';
import { Absage } from '../../api/kern/absage.ts';

/**
 * A form counts only when it was sent from a page of ours (ADR 62): browsers say so in `Sec-Fetch-Site`, older ones in `Origin`,
 * and no script of another page can change either. So a page that lay open for hours can still be sent, after a new sign-in.
 * @throws Absage NICHT_BERECHTIGT.
 */
export function pruefeHerkunft(req: Request, adresse: string): void {
  const fetchSite = req.get('sec-fetch-site');
  const vonHier = fetchSite === undefined ? req.get('origin') === adresse : fetchSite === 'same-origin';
  if (!vonHier)
    throw new Absage(
      'NICHT_BERECHTIGT',
      'Dieses Formular wurde nicht von einer Seite von Lotse abgeschickt.',
      {
        abweisung: 'fremde_herkunft',
      },
    );
}

/** A place within Lotse to go on to; anything else leads to the start page. */
export function hiesigerOrt(ort: string | null): string {
  if (ort === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(ort)) return '/';
  return ort;
}

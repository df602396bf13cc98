import { createHmac } from 'node:crypto';
import { suchschluesselbezug } from '../../db/tresor/jahresschluessel.ts';
import type { Tresor } from '../../db/tresor/tresor.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';

/** The key of the searches of the year in which something is looked for. */
export type Suchschluessel = (am: Instant) => Promise<Buffer>;

/** Asked for once a year; of another year none is kept in memory. */
export function suchschluesselMit(tresor: Pick<Tresor, 'schluessel'>): Suchschluessel {
  let gemerkt: { readonly bezug: string; readonly schluessel: Buffer } | null = null;
  return async (am) => {
    const bezug = suchschluesselbezug(ortstag(am));
    if (gemerkt?.bezug === bezug) return gemerkt.schluessel;
    const schluessel = await tresor.schluessel(bezug);
    if (schluessel === null) throw new Error('Der Schlüssel der Suchmerkmale dieses Jahres ist vernichtet');
    gemerkt = { bezug, schluessel };
    return schluessel;
  };
}

/** However it is written: the same search has the same hash. */
const vereinheitlicht = (wert: unknown): string =>
  String(wert).normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('de');

function merkmalVon(schluessel: Buffer, feld: string, wert: string): string {
  return `${feld}=${createHmac('sha256', schluessel).update(`${feld}\n${wert}`).digest('hex')}`;
}

/** A filter as the audit holds it: its name, and HMAC-SHA-256 of its value. */
export function suchmerkmal(schluessel: Buffer, feld: string, wert: unknown): string {
  return merkmalVon(schluessel, feld, vereinheitlicht(wert));
}

/** The same of everything the value begins with: what a search looked for a key press before. */
export function suchanfaenge(schluessel: Buffer, feld: string, wert: unknown): string[] {
  const ganz = vereinheitlicht(wert);
  return Array.from({ length: Math.max(0, ganz.length - 1) }, (_, nr) =>
    merkmalVon(schluessel, feld, ganz.slice(0, nr + 1)),
  );
}

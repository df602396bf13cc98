import { randomBytes } from 'node:crypto';
import { oeffneSchluesselspeicher } from '../../db/tresor/speicher.ts';
import { hauptschluesselAus, oeffneTresor, type Tresor } from '../../db/tresor/tresor.ts';
import { richteSchluesselspeicherEin } from '../lokal/schluesselspeicher.ts';

export type Prueftresor = {
  readonly tresor: Tresor;
  readonly url: string;
  readonly ende: () => Promise<void>;
};

/** A key store beside a test database, with a master key of its own. */
export async function prueftresor(besitzer: string): Promise<Prueftresor> {
  const url = await richteSchluesselspeicherEin(besitzer);
  const speicher = await oeffneSchluesselspeicher(url);
  const schluessel = new Map([['pruefstand', randomBytes(32)]]);
  const tresor = await oeffneTresor(speicher, hauptschluesselAus({ schreibt: 'pruefstand', schluessel }));
  return { tresor, url, ende: speicher.schliesse };
}

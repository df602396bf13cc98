import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Loeschmittel } from '../../activities/loeschung/mittel.ts';
import { oeffneDatenbank } from '../../db/client.ts';
import { dateibuch, erzeugeKennungen } from '../../db/loeschung/buch.ts';

/** Secret of the ledgers of the tests: the same in every process, so that one goes on where another was killed. */
const SCHLUESSEL = createHash('sha256').update('pruefstand').digest();
/** The same for the settings of a process. */
export const LOESCHSCHLUESSEL = `pruefstand:${SCHLUESSEL.toString('base64')}`;

/** An own folder for a ledger. */
export function neuesBuch(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'lotse-loeschbuch-')), 'loeschbuch.jsonl');
}

/** The erasure over a database and a ledger. */
export function loeschteile(
  databaseUrl: string,
  buchdatei: string,
  schluessel: Loeschmittel['schluessel'],
): Pick<Loeschmittel, 'loeschdb' | 'buch' | 'kennungen' | 'schluessel'> & { readonly buchdatei: string } {
  return {
    buchdatei,
    schluessel,
    loeschdb: oeffneDatenbank(databaseUrl, 6),
    buch: dateibuch(buchdatei),
    kennungen: erzeugeKennungen([SCHLUESSEL]),
  };
}

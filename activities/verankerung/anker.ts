import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const HEX = z.string().regex(/^[0-9a-f]{64}$/u);

/** What an anchor says: the chains of the audit (E47) that moved, each with number and hash of its newest entry. */
const inhaltSchema = z.strictObject({
  nummer: z.int().min(1),
  am: z.string(),
  /** SHA-256 of the line before; of nothing for the first. */
  vorher: HEX,
  koepfe: z.array(z.tuple([z.string(), z.int().min(1), HEX])),
});
export type Ankerinhalt = z.output<typeof inhaltSchema>;

const zeileSchema = z.strictObject({
  inhalt: inhaltSchema,
  schluessel: z.string(),
  signatur: z.string(),
});

/** The key that signs, named in every anchor, and all that ever did: old anchors stay readable after a change of key. */
export type Ankerschluessel = {
  readonly id: string;
  readonly privat: KeyObject;
  readonly pruefung: Pruefschluessel;
};
export type Pruefschluessel = ReadonlyMap<string, KeyObject>;

/** Hash before the first anchor. */
export const ERSTER = '0'.repeat(64);

/** DER of an Ed25519 key up to its 32 bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

function privatAus(samen: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, samen]), format: 'der', type: 'pkcs8' });
}

/** @param bund 32 bytes per key id; `schreibt` signs */
export function ankerschluessel(bund: {
  readonly schreibt: string;
  readonly schluessel: ReadonlyMap<string, Uint8Array>;
}): Ankerschluessel {
  const paare = [...bund.schluessel].map(([id, samen]) => [id, privatAus(samen)] as const);
  const privat = new Map(paare).get(bund.schreibt);
  if (privat === undefined) throw new Error('Es fehlt der Schlüssel, der die Anker zeichnet');
  const pruefung = new Map(paare.map(([id, schluessel]) => [id, createPublicKey(schluessel)]));
  return { id: bund.schreibt, privat, pruefung };
}

/** The keys others check with, by id: they may be public. */
export function oeffentlich({ pruefung }: Pick<Ankerschluessel, 'pruefung'>): ReadonlyMap<string, Buffer> {
  return new Map(
    [...pruefung].map(([id, schluessel]) => {
      const der = schluessel.export({ format: 'der', type: 'spki' });
      return [id, der.subarray(SPKI.length)];
    }),
  );
}

export function pruefschluessel(bytes: ReadonlyMap<string, Uint8Array>): Pruefschluessel {
  const alsSchluessel = (roh: Uint8Array): KeyObject =>
    createPublicKey({ key: Buffer.concat([SPKI, roh]), format: 'der', type: 'spki' });
  return new Map([...bytes].map(([id, roh]) => [id, alsSchluessel(roh)]));
}

/** The order of the fields is fixed, so that reading and writing again gives the same bytes. */
function text({ nummer, am, vorher, koepfe }: Ankerinhalt): Buffer {
  return Buffer.from(JSON.stringify({ nummer, am, vorher, koepfe }));
}

/** One line of the target, without its end. */
export function ankerzeile(inhalt: Ankerinhalt, { id, privat }: Ankerschluessel): string {
  const signatur = sign(null, text(inhalt), privat).toString('base64');
  return JSON.stringify({ inhalt, schluessel: id, signatur });
}

export function zeilenhash(zeile: string): string {
  return hash('sha256', zeile, 'hex');
}

export type Zeilenurteil =
  | { readonly art: 'gut'; readonly inhalt: Ankerinhalt }
  | { readonly art: 'unlesbar' | 'unbekannter_schluessel' | 'falsche_signatur' };

/** Reads a line and checks its signature. */
export function liesAnkerzeile(zeile: string, schluessel: Pruefschluessel): Zeilenurteil {
  let roh: unknown;
  try {
    roh = JSON.parse(zeile);
  } catch {
    return { art: 'unlesbar' };
  }
  const gelesen = zeileSchema.safeParse(roh);
  if (!gelesen.success) return { art: 'unlesbar' };
  const { inhalt, schluessel: id, signatur } = gelesen.data;
  const pruefung = schluessel.get(id);
  if (pruefung === undefined) return { art: 'unbekannter_schluessel' };
  if (!verify(null, text(inhalt), pruefung, Buffer.from(signatur, 'base64')))
    return { art: 'falsche_signatur' };
  return { art: 'gut', inhalt };
}

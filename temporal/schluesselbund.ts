import { Buffer } from 'node:buffer';

/** Keys of one installation by their id; what is written uses the first, and any reads (S5). */
export type Schluesselbund = {
  readonly schreibt: string;
  readonly schluessel: ReadonlyMap<string, Uint8Array>;
};

const LAENGE = 32;
const EINTRAG = /^(?<id>[a-z0-9-]{1,32}):(?<wert>[A-Za-z0-9+/]{43}=)$/u;

function leseEintrag(einstellung: string, eintrag: string): [id: string, bytes: Uint8Array] {
  const { id = '', wert = '' } = EINTRAG.exec(eintrag.trim())?.groups ?? {};
  const bytes = Buffer.from(wert, 'base64');
  if (bytes.length === LAENGE) return [id, bytes];
  throw new Error(
    `${einstellung} hat die Form id:base64,id:base64 mit je 32 Byte; der erste schreibt, die übrigen lesen`,
  );
}

/** Of 32 random bytes about 30 differ, and never are all of them letters. */
const VERSCHIEDENE_BYTES = 16;
const LESBAR = /^[\x20-\x7e]+$/u;

/** Zeros, a pattern or a sentence: what stands in an example or on a keyboard, and is known to others. */
function istErdacht(bytes: Uint8Array): boolean {
  return new Set(bytes).size < VERSCHIEDENE_BYTES || LESBAR.test(Buffer.from(bytes).toString('latin1'));
}

/**
 * Keys as the environment names them: `id:base64` of 32 bytes, the newest first, separated by commas. Null when there is none.
 * @param einstellung name of the setting, for the sentence that says what is wrong
 * An invented key may only stand behind a random one, so that what was written with it can still be read and written anew.
 * @throws Error that says what is wrong, never what a key is.
 */
export function leseSchluesselbund(einstellung: string, text: string | undefined): Schluesselbund | null {
  if (text === undefined || text === '') return null;
  const eintraege = text.split(',').map((eintrag) => leseEintrag(einstellung, eintrag));
  const schluessel = new Map(eintraege);
  if (schluessel.size < eintraege.length) throw new Error(`${einstellung} nennt einen Schlüssel zweimal`);
  const [[schreibt, erster] = ['', new Uint8Array()]] = schluessel;
  if (istErdacht(erster))
    throw new Error(
      `${einstellung} ist ein Beispiel oder ausgedacht; nehmen Sie 32 zufällige Byte: openssl rand -base64 32`,
    );
  return { schreibt, schluessel };
}

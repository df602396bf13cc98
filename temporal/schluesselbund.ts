import { Buffer } from 'node:buffer';

/** Keys of one installation by their id; payloads are written with the first and read with any (S5). */
export type Schluesselbund = {
  readonly schreibt: string;
  readonly schluessel: ReadonlyMap<string, Uint8Array>;
};

const LAENGE = 32;
const EINTRAG = /^(?<id>[a-z0-9-]{1,32}):(?<wert>[A-Za-z0-9+/]{43}=)$/u;
const FORM =
  'LOTSE_TEMPORAL_SCHLUESSEL hat die Form id:base64,id:base64 mit je 32 Byte; der erste schreibt, die übrigen lesen';

/**
 * Keys as the environment names them: `id:base64` of 32 bytes, the newest first, separated by commas. Null when there is none.
 * @throws Error that says what is wrong, never what a key is.
 */
export function leseSchluesselbund(text: string | undefined): Schluesselbund | null {
  if (text === undefined || text === '') return null;
  const schluessel = new Map<string, Uint8Array>();
  for (const eintrag of text.split(',')) {
    const { id = '', wert = '' } = EINTRAG.exec(eintrag.trim())?.groups ?? {};
    const bytes = Buffer.from(wert, 'base64');
    if (bytes.length !== LAENGE) throw new Error(FORM);
    if (schluessel.has(id)) throw new Error(`LOTSE_TEMPORAL_SCHLUESSEL nennt den Schlüssel ${id} zweimal`);
    schluessel.set(id, bytes);
  }
  const [schreibt = ''] = schluessel.keys();
  return { schreibt, schluessel };
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Buffer } from 'node:buffer';
import type { Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { Unlesbar } from './marke.ts';
import type { Schluesselbund } from './schluesselbund.ts';

/** What a payload belongs to; a payload moved to another place cannot be opened there. */
export type Ort = { readonly namespace: string; readonly workflowId: string };

/** Marks our form in the metadata, so that the Temporal UI and old readers know it is none of theirs. */
const FORM = 'binary/lotse-aes-256-gcm';
const NONCE = 12;
const SIEGEL = 16;

// The names of this CommonJS module are not seen by Node's own loader.
const Klar = proto.temporal.api.common.v1.Payload;

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const text = (wert: Uint8Array | undefined): string =>
  wert === undefined ? '' : Buffer.from(wert).toString('utf8');

/** Namespace, workflow id and key id are bound to the ciphertext, none of them is secret (S5). */
function zusatz({ namespace, workflowId }: Ort, schluesselId: string): Uint8Array {
  return bytes(JSON.stringify([FORM, namespace, workflowId, schluesselId]));
}

/** Encrypts one payload for its place with the newest key. */
export function verschliesse(nutzlast: Payload, ort: Ort, { schreibt, schluessel }: Schluesselbund): Payload {
  const nonce = randomBytes(NONCE);
  const chiffre = createCipheriv('aes-256-gcm', schluessel.get(schreibt) ?? '', nonce);
  chiffre.setAAD(zusatz(ort, schreibt));
  const klar = Klar.encode(nutzlast).finish();
  const data = Buffer.concat([nonce, chiffre.update(klar), chiffre.final(), chiffre.getAuthTag()]);
  return {
    metadata: {
      encoding: bytes(FORM),
      schluessel: bytes(schreibt),
      namespace: bytes(ort.namespace),
      workflow: bytes(ort.workflowId),
    },
    data,
  };
}

/** What stands in clear beside the ciphertext; null when the payload is none of ours. */
export function aufschriftVon({ metadata }: Payload): (Ort & { readonly schluesselId: string }) | null {
  const feld = (name: string): string => text(metadata?.[name]);
  if (feld('encoding') !== FORM) return null;
  return { namespace: feld('namespace'), workflowId: feld('workflow'), schluesselId: feld('schluessel') };
}

/** Opens one payload; with `ort` only one that was written for it. */
export function oeffne(
  nutzlast: Payload,
  ort: Ort | null,
  { schluessel }: Schluesselbund,
): Payload | Unlesbar {
  const aufschrift = aufschriftVon(nutzlast);
  if (aufschrift === null) return 'klartext';
  const { namespace, workflowId, schluesselId } = aufschrift;
  if (ort !== null && (ort.namespace !== namespace || ort.workflowId !== workflowId)) return 'verschoben';
  const geheim = schluessel.get(schluesselId);
  if (geheim === undefined) return 'schluessel';
  const roh = Buffer.from(nutzlast.data ?? []);
  try {
    const chiffre = createDecipheriv('aes-256-gcm', geheim, roh.subarray(0, NONCE), {
      authTagLength: SIEGEL,
    });
    chiffre.setAAD(zusatz(aufschrift, schluesselId));
    chiffre.setAuthTag(roh.subarray(-SIEGEL));
    const klar = Buffer.concat([chiffre.update(roh.subarray(NONCE, -SIEGEL)), chiffre.final()]);
    return Klar.decode(klar);
  } catch {
    // GCM says only that something differs, never what.
    return 'veraendert';
  }
}

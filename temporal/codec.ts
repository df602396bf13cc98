import { defaultPayloadConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import type { Nutzlastschluessel } from './einstellung.ts';
import type { Marke, Unlesbar } from './marke.ts';
import { oeffne, verschliesse, type Ort } from './nutzlast.ts';

type Kontext = Parameters<PayloadCodec['decode']>[1];

/** Who reads: a worker hands marks to the guards of workflows and activities, a client has none and throws. */
export type Leser = 'worker' | 'client';

const UNLESBAR_BEIM_CLIENT = 'UnlesbareNutzlast';

/** Did a client get an answer it cannot read, at whatever depth the SDK hands it on? */
export function istUnlesbareAntwort(fehler: unknown): boolean {
  if (!(fehler instanceof Error)) return false;
  return fehler.name === UNLESBAR_BEIM_CLIENT || istUnlesbareAntwort(fehler.cause);
}

function ortVon(kontext: Kontext): Ort {
  return { namespace: kontext?.namespace ?? '', workflowId: kontext?.workflowId ?? '' };
}

function klartextVon(nutzlast: Payload): unknown {
  try {
    return defaultPayloadConverter.fromPayload(nutzlast);
  } catch {
    // Not one of the SDK's plain forms either.
    return undefined;
  }
}

function markiert(unlesbar: Unlesbar, nutzlast: Payload, bis: string | null): Payload {
  const marke: Marke =
    unlesbar === 'klartext' && bis !== null ? { unlesbar, bis, wert: klartextVon(nutzlast) } : { unlesbar };
  return defaultPayloadConverter.toPayload(marke);
}

/**
 * Encrypts every payload that leaves client or worker, and reads only what was encrypted for its place (S5): see marke.ts
 * for what becomes of the rest.
 */
export function verschluesselung({ bund, klartextBis }: Nutzlastschluessel, leser: Leser): PayloadCodec {
  const lies = (nutzlast: Payload, kontext: Kontext): Payload => {
    const klar = oeffne(nutzlast, kontext === undefined ? null : ortVon(kontext), bund);
    if (typeof klar !== 'string') return klar;
    if (leser === 'worker') return markiert(klar, nutzlast, klartextBis);
    // A client cannot know when an answer was written; what workflows take in clear is decided there.
    if (klar === 'klartext' && klartextBis !== null) return nutzlast;
    throw Object.assign(new Error(`Eine Nutzlast von Temporal ist nicht lesbar: ${klar}`), {
      name: UNLESBAR_BEIM_CLIENT,
    });
  };
  return {
    encode: (nutzlasten, kontext) =>
      Promise.resolve(nutzlasten.map((eine) => verschliesse(eine, ortVon(kontext), bund))),
    decode: async (nutzlasten, kontext) => {
      await Promise.resolve();
      return nutzlasten.map((eine) => lies(eine, kontext));
    },
  };
}

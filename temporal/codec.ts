import type { Payload, PayloadCodec } from '@temporalio/common';
import { oeffne, verschliesse, type Ort, type Unlesbar } from './nutzlast.ts';
import type { Schluesselbund } from './schluesselbund.ts';

type Kontext = Parameters<PayloadCodec['decode']>[1];

/** What an unreadable input of a client becomes: a value the handlers know and refuse. */
const marke = (grund: Unlesbar): Payload => ({
  metadata: { encoding: new TextEncoder().encode('json/plain') },
  data: new TextEncoder().encode(JSON.stringify({ unlesbar: grund })),
});

function ortVon(kontext: Kontext): Ort {
  return { namespace: kontext?.namespace ?? '', workflowId: kontext?.workflowId ?? '' };
}

/** Called when a payload could not be opened; says where and why, never what. */
export type Alarm = (grund: Unlesbar, ort: Ort) => void;

/**
 * Encrypts every payload that leaves client or worker (S5). What a client sent unencrypted, moved or changed reaches the
 * handler as a marked value: an exception here would stop the workflow task, and the case with it. Between a workflow and
 * its activities nobody but Lotse writes, so there it is an exception.
 */
export function verschluesselung(bund: Schluesselbund, alarm: Alarm): PayloadCodec {
  const lies = (nutzlast: Payload, kontext: Kontext): Payload => {
    const ort = ortVon(kontext);
    const klar = oeffne(nutzlast, kontext === undefined ? null : ort, bund);
    if (typeof klar !== 'string') return klar;
    alarm(klar, ort);
    if (kontext?.type === 'activity') throw new Error(`Eine Nutzlast ist nicht lesbar: ${klar}`);
    return marke(klar);
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

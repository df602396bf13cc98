import { Buffer } from 'node:buffer';
import type { Payload } from '@temporalio/common';
import type { Nutzlastschutz } from './einstellung.ts';
import type { Marke } from './marke.ts';
import { aufschriftVon, oeffne } from './nutzlast.ts';

/** A payload in the JSON of the Temporal API: bytes are base64; fields we do not know stay as they are. */
export type Nutzlastform = {
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly data?: string | undefined;
  readonly [weiteres: string]: unknown;
};

/** What administrators get to see, and of which workflows that was something. */
export type Eingesehen = {
  readonly payloads: readonly Nutzlastform[];
  /** Workflow id and number of payloads opened. */
  readonly gelesen: ReadonlyMap<string, number>;
};
export type Einsicht = {
  readonly namespace: string;
  readonly lies: (payloads: readonly Nutzlastform[]) => Eingesehen;
};

const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
const base64 = (wert: Uint8Array): string => Buffer.from(wert).toString('base64');

function alsNutzlast({ metadata = {}, data = '' }: Nutzlastform): Payload {
  const felder = Object.entries(metadata).map(([name, wert]) => [name, bytes(wert)] as const);
  return { metadata: Object.fromEntries(felder), data: bytes(data) };
}

function alsForm({ metadata, data }: Payload): Nutzlastform {
  const felder = Object.entries(metadata ?? {}).map(([name, wert]) => [name, base64(wert)] as const);
  return { metadata: Object.fromEntries(felder), data: base64(data ?? new Uint8Array()) };
}

function alsMarke(marke: Marke): Nutzlastform {
  const encoding = Buffer.from('json/plain').toString('base64');
  return { metadata: { encoding }, data: Buffer.from(JSON.stringify(marke)).toString('base64') };
}

/**
 * Opens payloads for the Temporal UI and never closes any (S5). It does not say for which workflow it asks: the id written
 * on the payload is what the ciphertext is bound to, so it is the one it was made for, wherever it lies now. What is
 * unreadable becomes the mark a worker sees in its place; what was never encrypted goes through unchanged.
 */
export function einsichtIn(schutz: Nutzlastschutz, namespace: string): Einsicht {
  return {
    namespace,
    lies: (payloads) => {
      const gelesen = new Map<string, number>();
      const lies = (form: Nutzlastform): Nutzlastform => {
        const nutzlast = alsNutzlast(form);
        const aufschrift = aufschriftVon(nutzlast);
        if (aufschrift === null || schutz === null) return form;
        const { workflowId } = aufschrift;
        const klar = oeffne(nutzlast, { namespace, workflowId }, schutz.bund);
        if (typeof klar === 'string') return alsMarke({ unlesbar: klar });
        gelesen.set(workflowId, (gelesen.get(workflowId) ?? 0) + 1);
        return alsForm(klar);
      };
      return { payloads: payloads.map(lies), gelesen };
    },
  };
}

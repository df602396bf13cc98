import { expect } from 'vitest';
import type { Bedienung } from './bedienung.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What R26 does: look at payloads of Temporal. One that nobody encrypted comes back as it is. */
export async function betrieb({ lies, schreibe }: Bedienung): Promise<void> {
  const nutzlasten = {
    payloads: [{ metadata: { encoding: base64('json/plain') }, data: base64('{"sequenz":1}') }],
  };
  expect(await schreibe('administration', 'post /codec/decode', { rumpf: nutzlasten })).toEqual(nutzlasten);
  expect(await lies('administration', '/ich')).toMatchObject({ rolle: 'administration' });
}

import { expect } from 'vitest';
import type { Bedienung } from './bedienung.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What R26 does: look at payloads of Temporal. One that nobody encrypted comes back as it is. R27 reads who reads. */
export async function betrieb({ lies, schreibe }: Bedienung): Promise<void> {
  await lies('tl', '/personen');
  expect(await lies('datenschutz', '/protokoll')).toMatchObject({
    eintraege: expect.arrayContaining([
      expect.objectContaining({ liste: expect.objectContaining({ name: 'Personen' }) as unknown }),
    ]) as unknown,
  });
  const gesucht = { feld: 'kundennummer', wert: 'gesucht' };
  await schreibe('datenschutz', 'post /protokoll/suche', { rumpf: gesucht });
  const nutzlasten = {
    payloads: [{ metadata: { encoding: base64('json/plain') }, data: base64('{"sequenz":1}') }],
  };
  expect(await schreibe('administration', 'post /codec/decode', { rumpf: nutzlasten })).toEqual(nutzlasten);
  expect(await lies('administration', '/ich')).toMatchObject({ rolle: 'administration' });
}

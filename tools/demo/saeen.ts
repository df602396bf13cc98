import type { Melder } from '../lokal/melder.ts';

/** Fills an empty Lotse with a synthetic case load; does nothing where one is there already. */
export function saeeDemodaten(o: {
  databaseUrl: string;
  apiUrl: string;
  issuer: string;
  melde: Melder;
}): Promise<void> {
  o.melde('Demodaten: keine.');
  return Promise.resolve();
}

/** How much is repeated: `npm test` plays a sample that is the same everywhere, `npm run test:nightly` all of it anew (ADR 0044). */
export const NACHTS = process.env['LOTSE_UMFANG'] === 'nacht';

/** The number of repetitions of this run. */
export function umfang(o: { readonly immer: number; readonly nachts: number }): number {
  return NACHTS ? o.nachts : o.immer;
}

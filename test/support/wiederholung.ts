/** What of the fuzz is played again, as its own message says: one seed, one piece of it. */
export const WIEDERHOLUNG = {
  saat: process.env['FUZZ_SEED'] === undefined ? null : Number(process.env['FUZZ_SEED']),
  stueck: process.env['FUZZ_STUECK'] ?? null,
} as const;

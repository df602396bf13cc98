/** The partial unique index of V-17. */
const EIN_OFFENER_FALL = 'fall_ein_offener_je_person';

type Datenbankfehler = {
  readonly code?: unknown;
  readonly constraint_name?: unknown;
  readonly cause?: unknown;
};

/** True when the database refused a second open Fall of the same person; drizzle wraps the driver's error. */
export function istZweiterFall(fehler: unknown): boolean {
  if (typeof fehler !== 'object' || fehler === null) return false;
  const { code, constraint_name: bedingung, cause } = fehler as Datenbankfehler;
  return (code === '23505' && bedingung === EIN_OFFENER_FALL) || istZweiterFall(cause);
}

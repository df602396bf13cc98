/** The partial unique index of V-17. */
const EIN_OFFENER_FALL = 'fall_ein_offener_je_person';

/** True when the database refused a second open Fall of the same person; drizzle wraps the driver's error. */
export function istZweiterFall(fehler: unknown): boolean {
  if (typeof fehler !== 'object' || fehler === null) return false;
  const verletzt = 'constraint_name' in fehler && fehler.constraint_name === EIN_OFFENER_FALL;
  if (verletzt && 'code' in fehler && fehler.code === '23505') return true;
  return 'cause' in fehler && istZweiterFall(fehler.cause);
}

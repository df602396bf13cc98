/** Life-cycle states of zustaende.md 2 in lower snake case; S10 and S11 live in `neben` after `beendet`. */
export const ZUSTAENDE = [
  'vorgemerkt',
  'zugeordnet',
  'uebernahme_terminiert',
  'zugangspruefung',
  'aktiv',
  'standort_faellig',
  'aktiv_verlaengert',
  'abgang_eingeleitet',
  'beendet',
  'abgewiesen',
  'weitergeleitet',
  'zurueckgezogen',
] as const;
export type Zustand = (typeof ZUSTAENDE)[number];

const ENDEN: ReadonlySet<string> = new Set<Zustand>([
  'beendet',
  'abgewiesen',
  'weitergeleitet',
  'zurueckgezogen',
]);

/** From the Vormerkung until the case is ended, refused, passed on or withdrawn: what V-17 calls an open Fall. */
export const laeuft = (zustand: string): boolean => !ENDEN.has(zustand);

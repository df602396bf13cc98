import { unveraendert, type Folgezeilen } from './zeilen.ts';

/** What only the record keeps. */
export const NUR_AKTE = {
  fallkonferenz_gefuehrt: unveraendert,
  angebotsluecke_gemeldet: unveraendert,
  vormerkung_beantwortet: unveraendert,
  // uebergabeprotokolle.ts reads it.
  uebergabe_bestaetigt: unveraendert,
} satisfies Partial<Folgezeilen>;

import type { Vorgangsart } from '../vorgang/aggregat.ts';

/** Which Vorgänge a migration moves; null = all there are (E48). */
export type Umstellungsumfang = {
  /** Ids of teams: of the case, of the check record, of the calendar. */
  readonly teams: readonly string[] | null;
  readonly arten: readonly Vorgangsart[] | null;
};

export const ALLES: Umstellungsumfang = { teams: null, arten: null };

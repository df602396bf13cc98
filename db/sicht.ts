import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * Whose cases a list shows: those of Fallmanager (one's own, and of those one represents), of a pAp, those a pAp has
 * duties in, those entrusted to an external Fallmanagement, of somebody who handed over or received (R09 to R11), or
 * those of teams.
 */
export type Sicht =
  | { readonly fm: readonly string[] }
  | { readonly pap: string }
  | { readonly pflichtPap: string }
  | { readonly extern: string }
  | { readonly beteiligt: string }
  | { readonly teams: readonly string[] };

type Beteiligte =
  'fmId' | 'externId' | 'papId' | 'aufnehmenderPapId' | 'abgebendId' | 'weitergeleitetAnId' | 'teamId';

/** Is what this row is about shown? @param wo a table or view that names who has to do with a case. */
export function inSicht(wo: Readonly<Record<Beteiligte, PgColumn>>, sicht: Sicht): SQL {
  if ('fm' in sicht) return inArray(wo.fmId, [...sicht.fm]);
  if ('extern' in sicht) return eq(wo.externId, sicht.extern);
  if ('pap' in sicht) return sql`${sicht.pap} in (${wo.papId}, ${wo.aufnehmenderPapId})`;
  // The receiving pAp takes the duties over from the one who handed the person to bFM (T-23).
  if ('pflichtPap' in sicht) {
    const { aufnehmenderPapId, papId } = wo;
    return sql`(${aufnehmenderPapId} = ${sicht.pflichtPap} or ${aufnehmenderPapId} is null and ${papId} = ${sicht.pflichtPap})`;
  }
  if ('beteiligt' in sicht) return sql`${sicht.beteiligt} in (${wo.abgebendId}, ${wo.weitergeleitetAnId})`;
  return sicht.teams.length === 0 ? sql`false` : inArray(wo.teamId, [...sicht.teams]);
}

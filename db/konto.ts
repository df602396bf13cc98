import { asc, eq } from 'drizzle-orm';
import type { Rolle } from '../domain/kennungen.ts';
import type { Transaktion } from './client.ts';
import { mitarbeitende, team, teamverantwortung } from './schema/index.ts';

/** A colleague as Lotse knows them: role and teams are ours, never the token's. */
export type Kontozeile = {
  readonly id: string;
  readonly anzeigename: string;
  readonly rolle: Rolle;
  readonly aktiv: boolean;
  readonly anteil: number;
  readonly team: { readonly id: string; readonly kennzeichen: string };
  /** Teams the person leads, oversees or looks at. */
  readonly teams: readonly string[];
};

/** The colleague behind a `sub`, null when there is none. */
export async function kontoVon(tx: Transaktion, subjekt: string): Promise<Kontozeile | null> {
  const zeilen = await tx
    .select({
      konto: mitarbeitende,
      team: { id: team.id, kennzeichen: team.kennzeichen },
      fuer: teamverantwortung.teamId,
    })
    .from(mitarbeitende)
    .innerJoin(team, eq(team.id, mitarbeitende.teamId))
    .leftJoin(teamverantwortung, eq(teamverantwortung.mitarbeitendeId, mitarbeitende.id))
    .where(eq(mitarbeitende.subjekt, subjekt))
    .orderBy(asc(teamverantwortung.teamId));
  const [erste] = zeilen;
  if (erste === undefined) return null;
  const { id, anzeigename, rolle, aktiv, anteil } = erste.konto;
  const teams = zeilen.flatMap(({ fuer }) => (fuer === null ? [] : [fuer]));
  return { id, anzeigename, rolle, aktiv, anteil, team: erste.team, teams };
}

import { asc, eq } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Rolle } from '../domain/kennungen.ts';
import { vertretene } from '../domain/organisation/vertretung.ts';
import type { Transaktion } from './client.ts';
import { liesNamen } from './personal.ts';
import { mitarbeitende, team, teamverantwortung } from './schema/index.ts';
import { liesVertretungslage } from './vertretung.ts';

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
  /** Fallmanager the person represents on the day (TR52): begins and ends by itself. */
  readonly vertritt: readonly { readonly id: string; readonly anzeigename: string }[];
};

async function vertreteneVon(
  tx: Transaktion,
  { id, rolle, teamId }: typeof mitarbeitende.$inferSelect,
  heute: Tag,
): Promise<Kontozeile['vertritt']> {
  if (rolle !== 'fm') return [];
  const ids = vertretene(id, await liesVertretungslage(tx, teamId, heute));
  const namen = await liesNamen(tx, ids);
  return ids.map((fm) => ({ id: fm, anzeigename: namen.get(fm) ?? '' }));
}

/** The colleague behind a `sub` as of a business day, null when there is none. */
export async function kontoVon(tx: Transaktion, subjekt: string, heute: Tag): Promise<Kontozeile | null> {
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
  const { id, anzeigename, rolle, anteil, aktivAb } = erste.konto;
  const aktiv = erste.konto.aktiv && aktivAb <= heute;
  const teams = zeilen.flatMap(({ fuer }) => (fuer === null ? [] : [fuer]));
  const vertritt = await vertreteneVon(tx, erste.konto, heute);
  return { id, anzeigename, rolle, aktiv, anteil, team: erste.team, teams, vertritt };
}

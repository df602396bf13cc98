import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Rolle } from '../domain/kennungen.ts';
import { vertretene } from '../domain/organisation/vertretung.ts';
import { meintHaus } from '../domain/vorgang/nachricht.ts';
import { zaehle } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { externnachweis, mitarbeitende, qualifikation, team, teamverantwortung } from './schema/index.ts';
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

export type Kollegin = {
  readonly id: string;
  readonly rolle: string;
  readonly aktiv: boolean;
  readonly team: string;
  readonly version: number;
};

/** A colleague a command names. */
export async function kollegin(tx: Transaktion, id: string): Promise<Kollegin | null> {
  const { rolle, aktiv, teamId, version } = mitarbeitende;
  const [zeile] = await tx
    .select({ id: mitarbeitende.id, rolle, aktiv, team: teamId, version })
    .from(mitarbeitende)
    .where(eq(mitarbeitende.id, id));
  return zeile ?? null;
}

export type Personalwahl = {
  readonly limit: number;
  readonly offset: number;
  readonly rolle?: Rolle | undefined;
  readonly team?: string | undefined;
  readonly aktiv?: boolean | undefined;
  readonly sortierung: 'anzeigename' | '-anzeigename' | 'rolle' | '-rolle';
};

/** Staff with team and share of working time. */
export async function liesPersonal(tx: Transaktion, wahl: Personalwahl) {
  const { id, anzeigename, rolle, anteil, aktiv, aktivAb, aktivBis, sprachen, version } = mitarbeitende;
  const spalte = wahl.sortierung.endsWith('rolle') ? rolle : anzeigename;
  const { limit, offset } = wahl;
  const gesucht = and(
    wahl.rolle === undefined ? undefined : eq(rolle, wahl.rolle),
    wahl.team === undefined ? undefined : eq(mitarbeitende.teamId, wahl.team),
    wahl.aktiv === undefined ? undefined : eq(aktiv, wahl.aktiv),
  );
  const zeilen = await tx
    .select({
      id,
      anzeigename,
      rolle,
      anteil,
      aktiv,
      aktivAb,
      aktivBis,
      sprachen,
      version,
      team: { id: team.id, kennzeichen: team.kennzeichen },
    })
    .from(mitarbeitende)
    .innerJoin(team, eq(team.id, mitarbeitende.teamId))
    .where(gesucht)
    .orderBy(wahl.sortierung.startsWith('-') ? desc(spalte) : asc(spalte), asc(anzeigename), asc(id))
    .limit(limit)
    .offset(offset);
  return { zeilen, gesamt: await zaehle(tx, mitarbeitende, { gesucht, limit, offset }) };
}

/** Active colleagues who hold a role for the whole house. */
async function inhaberImHaus(tx: Transaktion, rolle: Rolle): Promise<string[]> {
  const zeilen = await tx
    .select({ id: mitarbeitende.id })
    .from(mitarbeitende)
    .where(and(eq(mitarbeitende.rolle, rolle), eq(mitarbeitende.aktiv, true)))
    .orderBy(asc(mitarbeitende.id));
  return zeilen.map((z) => z.id);
}

/** Active colleagues who hold a role for a team: its leaders for tl, bereichsleitung and controlling. */
export async function inhaberDerRolle(tx: Transaktion, rolle: Rolle, teamId: string): Promise<string[]> {
  if (meintHaus(rolle)) return inhaberImHaus(tx, rolle);
  const zeilen = await tx
    .select({ id: mitarbeitende.id })
    .from(mitarbeitende)
    .innerJoin(teamverantwortung, eq(teamverantwortung.mitarbeitendeId, mitarbeitende.id))
    .where(
      and(
        eq(mitarbeitende.rolle, rolle),
        eq(mitarbeitende.aktiv, true),
        eq(teamverantwortung.teamId, teamId),
      ),
    )
    .orderBy(asc(mitarbeitende.id));
  return zeilen.map((z) => z.id);
}

/** Members of a team who work there, by name. */
export async function liesTeammitglieder(
  tx: Transaktion,
  teamId: string,
): Promise<Pick<typeof mitarbeitende.$inferSelect, 'id' | 'anzeigename' | 'rolle'>[]> {
  const { id, anzeigename, rolle } = mitarbeitende;
  return tx
    .select({ id, anzeigename, rolle })
    .from(mitarbeitende)
    .where(and(eq(mitarbeitende.teamId, teamId), eq(mitarbeitende.aktiv, true)))
    .orderBy(asc(anzeigename), asc(id));
}

export async function liesQualifikationen(
  tx: Transaktion,
  teamId: string,
): Promise<Pick<typeof qualifikation.$inferSelect, 'mitarbeitendeId' | 'thema' | 'am'>[]> {
  const { mitarbeitendeId, thema, am } = qualifikation;
  return tx
    .select({ mitarbeitendeId, thema, am })
    .from(qualifikation)
    .innerJoin(mitarbeitende, eq(mitarbeitende.id, mitarbeitendeId))
    .where(eq(mitarbeitende.teamId, teamId));
}

/** What an external Fallmanagement proved, oldest entry first (003 ch8). */
export function liesExternnachweise(
  tx: Transaktion,
  mitarbeitendeId: string,
): Promise<(typeof externnachweis.$inferSelect)[]> {
  return tx
    .select()
    .from(externnachweis)
    .where(eq(externnachweis.mitarbeitendeId, mitarbeitendeId))
    .orderBy(asc(externnachweis.erfasstAm), asc(externnachweis.id));
}

/** Names of colleagues by id. */
export async function liesNamen(
  tx: Transaktion,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, anzeigename } = mitarbeitende;
  const zeilen = await tx
    .select({ id, anzeigename })
    .from(mitarbeitende)
    .where(inArray(mitarbeitende.id, [...ids]));
  return new Map(zeilen.map((zeile) => [zeile.id, zeile.anzeigename]));
}

/** Teams a colleague leads, oversees or evaluates. */
export async function liesVerantwortung(tx: Transaktion, id: string): Promise<string[]> {
  const zeilen = await tx
    .select({ team: teamverantwortung.teamId })
    .from(teamverantwortung)
    .where(eq(teamverantwortung.mitarbeitendeId, id));
  return zeilen.map((zeile) => zeile.team);
}

/** The roles somebody active holds. */
export async function besetzteRollen(tx: Transaktion): Promise<Rolle[]> {
  const zeilen = await tx
    .selectDistinct({ rolle: mitarbeitende.rolle })
    .from(mitarbeitende)
    .where(eq(mitarbeitende.aktiv, true));
  return zeilen.map(({ rolle }) => rolle);
}

import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Rolle } from '../domain/kennungen.ts';
import type { Abwesenheit } from '../domain/organisation/abwesenheit.ts';
import { vertretene } from '../domain/organisation/vertretung.ts';
import { meintHaus } from '../domain/vorgang/nachricht.ts';
import { zaehle } from './blatt.ts';
import type { Transaktion } from './client.ts';
import { gemerkt } from './gemerktes.ts';
import { enthaeltTeile } from './namenssuche.ts';
import { externnachweis, mitarbeitende, qualifikation, team, teamverantwortung } from './schema/index.ts';

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

/** Where the team has a ring: who stands in it under which name, and what decides on the day who represents whom. */
type Ringlage = {
  readonly ring: readonly string[];
  readonly namen: Readonly<Record<string, string>>;
  readonly taetig: readonly string[];
  readonly abwesenheiten: readonly Abwesenheit[];
};

/** `liesVertretungslage` with the names, as one part of a statement about `mitarbeitende`; null for everybody but Fallmanager. */
const ringlage = (heute: Tag) => sql<Ringlage | null>`case when ${mitarbeitende.rolle} = 'fm' then (
  select json_build_object('ring', r.mitglieder,
    'namen', (select coalesce(json_object_agg(m.id, m.anzeigename), '{}') from mitarbeitende m where m.id = any (r.mitglieder)),
    'taetig', (select coalesce(json_agg(m.id), '[]') from mitarbeitende m
      where m.id = any (r.mitglieder) and m.team_id = r.team_id and m.rolle = 'fm' and m.aktiv and m.aktiv_ab <= ${heute}),
    'abwesenheiten', (select coalesce(json_agg(json_build_object('wer', a.mitarbeitende_id, 'von', a.von, 'bis', a.bis)
        order by a.von, a.id), '[]') from abwesenheit a
      where a.mitarbeitende_id = any (r.mitglieder) and a.storniert_am is null and ${heute} between a.von and a.bis))
  from vertretungsring r where r.team_id = ${mitarbeitende.teamId} order by r.version desc limit 1) end`;

function vertreteneIn(id: string, lage: Ringlage | null, tag: Tag): Kontozeile['vertritt'] {
  if (lage === null) return [];
  const { ring, namen, abwesenheiten } = lage;
  const taetig = new Set(lage.taetig);
  return vertretene(id, { ring, taetig, abwesenheiten, tag }).map((fm) => ({
    id: fm,
    anzeigename: namen[fm] ?? '',
  }));
}

/** What is asked of `mitarbeitende` and its `team` about who somebody is on a business day. */
export const kontofelder = (heute: Tag) => ({
  konto: mitarbeitende,
  team: { id: team.id, kennzeichen: team.kennzeichen },
  teams: sql<string[]>`(select coalesce(json_agg(v.team_id order by v.team_id), '[]')
    from teamverantwortung v where v.mitarbeitende_id = ${mitarbeitende.id})`,
  ringlage: ringlage(heute),
});

type Kontofelder = {
  readonly konto: typeof mitarbeitende.$inferSelect;
  readonly team: Kontozeile['team'];
  readonly teams: readonly string[];
  readonly ringlage: Ringlage | null;
};

/** The colleague behind a `sub` as of a business day, in one statement; null when there is none. */
export async function kontoVon(tx: Transaktion, subjekt: string, heute: Tag): Promise<Kontozeile | null> {
  const [zeile] = await tx
    .select(kontofelder(heute))
    .from(mitarbeitende)
    .innerJoin(team, eq(team.id, mitarbeitende.teamId))
    .where(eq(mitarbeitende.subjekt, subjekt));
  return zeile === undefined ? null : alsKonto(zeile, heute);
}

/** Who that is, from what was asked. */
export function alsKonto(zeile: Kontofelder, heute: Tag): Kontozeile {
  const { id, anzeigename, rolle, anteil, aktivAb } = zeile.konto;
  const aktiv = zeile.konto.aktiv && aktivAb <= heute;
  const vertritt = vertreteneIn(id, zeile.ringlage, heute);
  return { id, anzeigename, rolle, aktiv, anteil, team: zeile.team, teams: zeile.teams, vertritt };
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

/** Who could get a case of these teams on a day. */
export function istFallmanagerIn(teams: readonly string[], tag: Tag): SQL | undefined {
  const { teamId, rolle, aktiv, aktivAb, aktivBis } = mitarbeitende;
  return and(
    inArray(teamId, [...teams]),
    eq(rolle, 'fm'),
    eq(aktiv, true),
    lte(aktivAb, tag),
    or(isNull(aktivBis), gte(aktivBis, tag)),
  );
}

export type Personalwahl = {
  readonly limit: number;
  readonly offset: number;
  readonly rolle?: Rolle | undefined;
  readonly team?: string | undefined;
  readonly aktiv?: boolean | undefined;
  readonly name?: string | undefined;
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
    wahl.name === undefined ? undefined : enthaeltTeile(anzeigename, wahl.name),
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
export const inhaberDerRolle = gemerkt('personal', liesInhaberDerRolle);

async function liesInhaberDerRolle(tx: Transaktion, rolle: Rolle, teamId: string): Promise<string[]> {
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

/** Somebody of these names; null for nobody, and for who is no longer there. */
export function menschAus(
  namen: ReadonlyMap<string, string>,
  id: string | null,
): { readonly id: string; readonly anzeigename: string } | null {
  const anzeigename = id === null ? undefined : namen.get(id);
  return id === null || anzeigename === undefined ? null : { id, anzeigename };
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

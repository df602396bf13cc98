import { and, asc, eq, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import { policyAus } from '../domain/policy/wahl.ts';
import type { Policywahl } from '../domain/policy/policy.ts';
import type { Bewerberin, Thema, Zuordnungslage } from '../domain/zuordnung/vorschlag.ts';
import { anwesenheitsanteil, anwesenheitszeitraum } from '../domain/zuordnung/auslastung.ts';
import type { Transaktion } from './client.ts';
import { ladeKalenderFuerTeam } from './kalender.ts';
import { istFallmanagerIn } from './mitarbeitende.ts';
import {
  fall,
  interessenkonflikt,
  mitarbeitende,
  person,
  thema,
  themenzustaendigkeit,
} from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';
import { liesAbwesenheiten } from './vertretung.ts';

/** A Fallmanager of the team with the version of the row the numbers come from. */
type Teamzeile = Pick<
  typeof mitarbeitende.$inferSelect,
  'id' | 'anzeigename' | 'anteil' | 'sprachen' | 'version'
>;

async function liesFallmanager(tx: Transaktion, teamId: string, tag: Tag): Promise<Teamzeile[]> {
  const { id, anzeigename, anteil, sprachen, version } = mitarbeitende;
  return tx
    .select({ id, anzeigename, anteil, sprachen, version })
    .from(mitarbeitende)
    .where(istFallmanagerIn([teamId], tag))
    .orderBy(asc(mitarbeitende.id));
}

type Fallzahl = { readonly faelle: number; readonly letzteZuordnungAm: string | null };

/** Open cases and newest Zuordnung per colleague. */
async function liesFallzahlen(
  tx: Transaktion,
  fm: readonly string[],
): Promise<ReadonlyMap<string, Fallzahl>> {
  const zeilen = await tx
    .select({
      fm: fall.fmId,
      faelle: sql<number>`(count(*) filter (where ${fall.offen}))::int`,
      letzteZuordnungAm: max(fall.zugeordnetAm),
    })
    .from(fall)
    .where(inArray(fall.fmId, [...fm]))
    .groupBy(fall.fmId);
  return new Map(zeilen.map(({ fm: id, ...rest }) => [id ?? '', rest]));
}

/** Share of the working days after the meeting on which each colleague is there. */
async function liesAnwesenheit(
  tx: Transaktion,
  fm: readonly string[],
  wo: { readonly teamId: string; readonly tag: Tag },
): Promise<(id: string) => number> {
  const abwesenheiten = await liesAbwesenheiten(tx, fm, anwesenheitszeitraum(wo.tag));
  const kalender = await ladeKalenderFuerTeam(tx, wo.teamId);
  return (id) => anwesenheitsanteil(id, wo.tag, { abwesenheiten, kalender });
}

type Zustaendigkeit = { readonly fm: string; readonly thema: string };

async function liesZustaendigkeiten(tx: Transaktion, fm: readonly string[]): Promise<Zustaendigkeit[]> {
  return tx
    .selectDistinct({ fm: themenzustaendigkeit.fmId, thema: thema.id })
    .from(themenzustaendigkeit)
    .innerJoin(thema, eq(thema.id, themenzustaendigkeit.themaId))
    .where(and(eq(thema.aktiv, true), inArray(themenzustaendigkeit.fmId, [...fm])));
}

/** Who of the team has a conflict of interest with the person. */
export async function liesBefangene(tx: Transaktion, personId: string): Promise<ReadonlySet<string>> {
  const zeilen = await tx
    .select({ fm: interessenkonflikt.fmId })
    .from(interessenkonflikt)
    .where(and(eq(interessenkonflikt.personId, personId), isNull(interessenkonflikt.aufgehobenAm)));
  return new Set(zeilen.map(({ fm }) => fm));
}

/** Who led an earlier case of the person, and until when. */
async function liesFruehere(tx: Transaktion, personId: string): Promise<ReadonlyMap<string, string | null>> {
  const zeilen = await tx
    .select({ fm: fall.fmId, bis: max(fall.fallabgangAm) })
    .from(fall)
    .where(and(eq(fall.personId, personId), isNotNull(fall.fallabgangAm)))
    .groupBy(fall.fmId);
  return new Map(zeilen.map(({ fm, bis }) => [fm ?? '', bis]));
}

export type Teamstand = {
  /** As far as every Vormerkung sees it alike: nobody knows the person or is biased. */
  readonly team: readonly Bewerberin[];
  readonly namen: ReadonlyMap<string, string>;
  /** Versions of the rows of all Fallmanager, because a change of one may change the order (V-75). */
  readonly zeilenversionen: Readonly<Record<string, number>>;
};

/** Everybody who could get a case of the team on the day, with their load. */
async function ladeTeamstand(tx: Transaktion, teamId: string, tag: Tag): Promise<Teamstand> {
  const zeilen = await liesFallmanager(tx, teamId, tag);
  const ids = zeilen.map(({ id }) => id);
  // Sent together: a meeting asks for thirty Vormerkungen in a row.
  const [zahlen, anwesenheit, zustaendigkeiten] = await alsSystem(tx, 'zuordnung', () =>
    Promise.all([
      liesFallzahlen(tx, ids),
      liesAnwesenheit(tx, ids, { teamId, tag }),
      liesZustaendigkeiten(tx, ids),
    ]),
  );
  return {
    namen: new Map(zeilen.map(({ id, anzeigename }) => [id, anzeigename])),
    zeilenversionen: Object.fromEntries(zeilen.map(({ id, version }) => [`mitarbeitende:${id}`, version])),
    team: zeilen.map(({ id, anteil, sprachen }) => ({
      id,
      anteil,
      sprachen,
      anwesenheit: anwesenheit(id),
      faelle: zahlen.get(id)?.faelle ?? 0,
      letzteZuordnungAm: zahlen.get(id)?.letzteZuordnungAm ?? null,
      themen: zustaendigkeiten.filter(({ fm }) => fm === id).map((z) => z.thema),
      begleiteteBis: null,
      interessenkonflikt: false,
    })),
  };
}

/** The Vormerkung a suggestion is for. */
export type Zuordnungsfrage = {
  readonly teamId: string;
  readonly personId: string;
  readonly policy: Policywahl;
  readonly tag: Tag;
  /** Ids of the themes the Vormerkung names. */
  readonly themen: readonly string[];
  readonly nachThema: boolean;
};

/** Everything the suggestions for one Vormerkung rest on, as the record shows it now. */
export async function ladeZuordnungslage(
  tx: Transaktion,
  frage: Zuordnungsfrage,
): Promise<Omit<Teamstand, 'team'> & { readonly lage: Zuordnungslage }> {
  const { personId } = frage;
  const personenzeile = tx
    .select({ sprache: person.bevorzugteSprache, version: person.version })
    .from(person)
    .where(eq(person.id, personId));
  const [{ team, namen, zeilenversionen }, befangene, fruehere, themen, [wer]] = await alsSystem(
    tx,
    'zuordnung',
    () =>
      Promise.all([
        ladeTeamstand(tx, frage.teamId, frage.tag),
        liesBefangene(tx, personId),
        liesFruehere(tx, personId),
        liesThemen(tx, frage.themen),
        personenzeile,
      ]),
  );
  if (wer === undefined) throw new Error('Ein Fall ohne Person');
  const sprache = wer.sprache === 'de' ? null : wer.sprache;
  return {
    namen,
    zeilenversionen: { ...zeilenversionen, [`person:${personId}`]: wer.version },
    lage: {
      policy: policyAus(frage.policy),
      bedarf: { sprache, themen, nachThema: frage.nachThema },
      team: team.map((b) => ({
        ...b,
        begleiteteBis: fruehere.get(b.id) ?? null,
        interessenkonflikt: befangene.has(b.id),
      })),
    },
  };
}

async function liesThemen(tx: Transaktion, ids: readonly string[]): Promise<Thema[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ id: thema.id, name: thema.name })
    .from(thema)
    .where(and(eq(thema.aktiv, true), inArray(thema.id, [...ids])))
    .orderBy(asc(thema.name));
}

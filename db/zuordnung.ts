import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Kalender } from '../domain/frist/kalender.ts';
import type { Tag } from '../domain/frist/tag.ts';
import { policyAus } from '../domain/policy/wahl.ts';
import type { Policywahl } from '../domain/policy/policy.ts';
import type { Sprache } from '../domain/sprachen.ts';
import type { Bewerberin, Thema, Zuordnungslage } from '../domain/zuordnung/vorschlag.ts';
import { anwesenheitsanteil, anwesenheitszeitraum } from '../domain/zuordnung/auslastung.ts';
import type { Belastung } from './auslastung.ts';
import type { Transaktion } from './client.ts';
import { alsIds } from './ids.ts';
import { ladeKalenderFuerTeam } from './kalender.ts';
import { istFallmanagerIn } from './mitarbeitende.ts';
import { interessenkonflikt } from './schema/index.ts';
import { alsSystem, frageEine } from './systemzugriff.ts';

/** A Fallmanager with what their load and a suggestion rest on. */
export type Bewerberzeile = Belastung &
  Pick<Bewerberin, 'sprachen' | 'themen' | 'letzteZuordnungAm' | 'begleiteteBis' | 'interessenkonflikt'> & {
    /** Of the row the numbers come from (V-75). */
    readonly version: number;
  };

/** Everything one statement says about who could take a person over. */
export type Bewerbungsakte = {
  /** Null where nobody was asked for. */
  readonly person: { readonly sprache: Sprache; readonly version: number } | null;
  readonly themen: readonly Thema[];
  readonly bewerber: readonly Bewerberzeile[];
};

export type Bewerbungsfrage = {
  readonly teams: readonly string[];
  readonly tag: Tag;
  readonly personId: string | null;
  readonly themen: readonly string[];
};

/** Who could get a case of these teams on the day, and how they stand to the person, in one statement; read as the purpose `zuordnung`. */
export async function liesBewerbungen(
  tx: Transaktion,
  { teams, tag, personId, themen }: Bewerbungsfrage,
): Promise<Bewerbungsakte> {
  const { von, bis } = anwesenheitszeitraum(tag);
  const vomFm = sql`f.fm_id = mitarbeitende.id`;
  const frage = sql`select
    (select json_build_object('sprache', p.bevorzugte_sprache, 'version', p.version) from person p
      where p.id = ${personId}::uuid) as person,
    (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]') from thema t
      where t.aktiv and t.id = any (${alsIds(themen)})) as themen,
    (select coalesce(json_agg(json_build_object('id', id, 'anzeigename', anzeigename, 'anteil', anteil, 'team', team_id,
        'sprachen', sprachen, 'version', version,
        'faelle', (select count(*)::int from fall f where ${vomFm} and f.offen),
        'letzteZuordnungAm', (select max(f.zugeordnet_am) from fall f where ${vomFm}),
        'begleiteteBis', (select max(f.fallabgang_am) from fall f where ${vomFm} and f.person_id = ${personId}::uuid),
        'interessenkonflikt', exists (select from interessenkonflikt k where k.fm_id = mitarbeitende.id
          and k.person_id = ${personId}::uuid and k.aufgehoben_am is null),
        'themen', (select coalesce(json_agg(distinct t.id), '[]') from themenzustaendigkeit z
          join thema t on t.id = z.thema_id where z.fm_id = mitarbeitende.id and t.aktiv),
        'abwesenheiten', (select coalesce(json_agg(json_build_object(
            'wer', a.mitarbeitende_id, 'von', a.von, 'bis', a.bis) order by a.von, a.id), '[]') from abwesenheit a
          where a.mitarbeitende_id = mitarbeitende.id and a.storniert_am is null and a.von <= ${bis} and a.bis >= ${von}))
      order by id), '[]') from mitarbeitende where ${istFallmanagerIn(teams, tag)}) as bewerber`;
  return frageEine<Bewerbungsakte>(tx, frage);
}

/** Who of the team has a conflict of interest with the person. */
export async function liesBefangene(tx: Transaktion, personId: string): Promise<ReadonlySet<string>> {
  const zeilen = await tx
    .select({ fm: interessenkonflikt.fmId })
    .from(interessenkonflikt)
    .where(and(eq(interessenkonflikt.personId, personId), isNull(interessenkonflikt.aufgehobenAm)));
  return new Set(zeilen.map(({ fm }) => fm));
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

export type Zuordnungsstand = {
  readonly lage: Zuordnungslage;
  readonly namen: ReadonlyMap<string, string>;
  /** Versions of the rows of all Fallmanager, because a change of one may change the order (V-75). */
  readonly zeilenversionen: Readonly<Record<string, number>>;
};

/** What the suggestions for one Vormerkung rest on, out of what was read. */
export function zuordnungsstand(
  { teamId, personId, policy, tag, nachThema }: Zuordnungsfrage,
  { person, themen, bewerber }: Bewerbungsakte,
  kalender: Kalender,
): Zuordnungsstand {
  if (person === null) throw new Error('Ein Fall ohne Person');
  const team = bewerber.filter((einer) => einer.team === teamId);
  return {
    namen: new Map(team.map(({ id, anzeigename }) => [id, anzeigename])),
    zeilenversionen: Object.fromEntries([
      ...team.map(({ id, version }): [string, number] => [`mitarbeitende:${id}`, version]),
      [`person:${personId}`, person.version],
    ]),
    lage: {
      policy: policyAus(policy),
      bedarf: { sprache: person.sprache === 'de' ? null : person.sprache, themen, nachThema },
      team: team.map(({ abwesenheiten, ...einer }) => ({
        id: einer.id,
        anteil: einer.anteil,
        sprachen: einer.sprachen,
        anwesenheit: anwesenheitsanteil(einer.id, tag, { abwesenheiten, kalender }),
        faelle: einer.faelle,
        letzteZuordnungAm: einer.letzteZuordnungAm,
        themen: einer.themen,
        begleiteteBis: einer.begleiteteBis,
        interessenkonflikt: einer.interessenkonflikt,
      })),
    },
  };
}

/** Everything the suggestions for one Vormerkung rest on, as the record shows it now. */
export async function ladeZuordnungslage(tx: Transaktion, frage: Zuordnungsfrage): Promise<Zuordnungsstand> {
  return alsSystem(tx, 'zuordnung', async () => {
    const akte = await liesBewerbungen(tx, { ...frage, teams: [frage.teamId] });
    return zuordnungsstand(frage, akte, await ladeKalenderFuerTeam(tx, frage.teamId));
  });
}

import { sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Fristid } from '../domain/kennungen.ts';
import { teamAufHeutigenStand } from '../domain/team/altstand.ts';
import type { Team } from '../domain/team/team.ts';
import type { Transaktion } from './client.ts';
import { alsIds } from './ids.ts';
import type { Beschwerdezeile, Zielwertzeile } from './qualitaet.ts';
import type { Vorgangsstand } from './schema/index.ts';
import { frageEine, type Zweck } from './systemzugriff.ts';

type Zielwert = Pick<
  Zielwertzeile,
  'id' | 'kennzahl' | 'von' | 'bis' | 'wert' | 'einheit' | 'richtung' | 'grundlage'
>;

/** An open duty of a team. */
type Pflichtzeile = {
  readonly id: Fristid;
  readonly vorkommen: number;
  readonly faellig: Tag;
  readonly ruht: boolean;
};

type Zeile = {
  readonly id: string;
  readonly kennzeichen: string;
  readonly offene: readonly Pflichtzeile[];
  /** Newest day of each kind of event. */
  readonly zuletzt: Readonly<Record<string, Tag | null>>;
  readonly beschwerden: readonly Pick<
    Beschwerdezeile,
    'id' | 'art' | 'eingegangenAm' | 'antwort' | 'beantwortetAm' | 'version'
  >[];
  readonly zielwerte: readonly Zielwert[];
};

export type Teamlagezeile = Zeile & {
  /** Null where there is no calendar, or none for whoever asks. */
  readonly stand: Team | null;
};

type Gelesen = {
  readonly teams: readonly (Zeile & { readonly stand: Vorgangsstand | null })[];
  readonly kennzeichen: Readonly<Record<string, string>>;
};

const KALENDER = sql`'stand', (select v.stand from vorgang v where v.id = t.id and v.art = 'team'),
  'offene', (select coalesce(json_agg(json_build_object('id', f.frist_id, 'vorkommen', f.vorkommen, 'faellig', f.faellig,
      'ruht', f.ruht) order by f.faellig, f.frist_id, f.vorkommen), '[]')
    from vorgang_frist f where f.vorgang_id = t.id and f.offen),
  'zuletzt', (select coalesce(json_object_agg(e.art, e.am), '{}') from (
    select daten ->> 'art' as art, max(daten ->> 'ereignisAm') as am from vorgang_ereignis where vorgang_id = t.id
    group by daten ->> 'art') e)`;

const qualitaet = (
  hoechstens: number,
): SQL => sql`'beschwerden', (select coalesce(json_agg(json_build_object('id', b.id,
      'art', b.art, 'eingegangenAm', b.eingegangen_am, 'antwort', b.antwort, 'beantwortetAm', b.beantwortet_am,
      'version', b.version) order by b.eingegangen_am desc, b.erfasst_am desc, b.id desc), '[]') from (
    select * from beschwerde where team_id = t.id order by eingegangen_am desc, erfasst_am desc, id desc limit ${hoechstens}) b),
  'zielwerte', (select coalesce(json_agg(json_build_object('id', z.id, 'kennzahl', z.kennzahl, 'von', z.von, 'bis', z.bis,
      'wert', z.wert, 'einheit', z.einheit, 'richtung', z.richtung, 'grundlage', z.grundlage)
      order by z.kennzahl, z.von, z.bis), '[]') from (
    select distinct on (kennzahl, von, bis) * from zielwert where team_id = t.id order by kennzahl, von, bis, nr desc) z)`;

export type Teamlagefrage = {
  readonly teams: readonly string[];
  /** So many complaints of each. */
  readonly hoechstens: number;
  /** What the rest of the transaction is read for. */
  readonly dannAls: Zweck | null;
};

/**
 * What these teams owe, did last, hear and aim at, as far as whoever asks may read it, in one statement.
 * @returns also how every team is called
 */
export async function liesTeamlagen(
  tx: Transaktion,
  { teams, hoechstens, dannAls }: Teamlagefrage,
): Promise<{
  readonly teams: readonly Teamlagezeile[];
  readonly kennzeichen: Gelesen['kennzeichen'];
}> {
  const frage = sql`select (select coalesce(json_agg(json_build_object('id', t.id, 'kennzeichen', t.kennzeichen,
      ${KALENDER}, ${qualitaet(hoechstens)}) order by t.kennzeichen), '[]')
    from team t where t.id = any (${alsIds(teams)})) as teams,
    (select json_object_agg(id, kennzeichen) from team) as kennzeichen`;
  const gelesen = await frageEine<Gelesen>(tx, frage, { dannAls });
  return {
    kennzeichen: gelesen.kennzeichen,
    teams: gelesen.teams.map(({ stand, ...zeile }) => ({ ...zeile, stand: alsTeam(stand) })),
  };
}

/** Brought to the shape of today, as wherever it is read. */
const alsTeam = (stand: Vorgangsstand | null): Team | null =>
  stand?.art === 'team' ? teamAufHeutigenStand(stand) : null;

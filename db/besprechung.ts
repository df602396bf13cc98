import { sql, type SQL } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Profillage } from '../domain/kennungen.ts';
import type { Handlungsbedarf } from '../domain/zugang/kriterium-a.ts';
import type { Transaktion } from './client.ts';
import { fristverweise, type Fristverweis } from './fristliste.ts';
import { alsIds } from './ids.ts';
import { vermerk, type Listenblick } from './lesespur.ts';
import { frageEine, type Zweck } from './systemzugriff.ts';
import { vormerkungszeile, warteschlange, type Vormerkungszeile } from './vormerkungen.ts';

/** What lies before a meeting, and how the look at it is taken down. */
export type Besprechungsfrage = {
  /** Whose queue and duties it is. */
  readonly sicht: readonly string[];
  /** Whose meetings are shown. */
  readonly teams: readonly string[];
  readonly heute: Tag;
  /** The one to be called up; null or one that waits no more: the first. */
  readonly fall: string | null;
  readonly limit: number;
  readonly blick: Omit<Listenblick, 'zeilen'>;
  /** What the rest of the transaction is read for. */
  readonly dannAls: Zweck;
};

/** What is known of the one who is called up, to whoever leads the meeting. */
export type Aufgerufene = {
  readonly geburtsdatum: Tag;
  /** Of the newest Profiling; null where there is none. */
  readonly profiling: { readonly profillage: Profillage | null } | null;
  readonly bedarfe: readonly Pick<Handlungsbedarf, 'schluesselgruppe' | 'status'>[];
};

/** A team with the meeting that is closed next, and what the last one worked through. */
export type Besprechungsteam = {
  readonly id: string;
  readonly kennzeichen: string;
  readonly offene: { readonly faellig: Tag; readonly ruht: boolean } | null;
  readonly letzte: { readonly am: Tag | null; readonly faelle: readonly string[] } | null;
};

export type Besprechungsakte = {
  readonly wartende: readonly Vormerkungszeile[];
  readonly gesamt: number;
  readonly aufgerufen: Aufgerufene | null;
  /** What assigned cases owe first, out of a Jour-Fixe or not (T-02, T-03). */
  readonly erstkontakte: readonly Fristverweis[];
  readonly erstgespraeche: readonly Fristverweis[];
  readonly teams: readonly Besprechungsteam[];
};

/** Of those that wait the one that is meant, otherwise the first. */
const aufgerufen = (fall: string | null): SQL => sql`(select json_build_object('geburtsdatum', p.geburtsdatum,
    'profiling', (select json_build_object('profillage', g.profillage) from profiling g where g.person_id = p.id
      order by g.datum desc, g.erfasst_am desc, g.id desc limit 1),
    'bedarfe', (select coalesce(json_agg(json_build_object('schluesselgruppe', h.schluesselgruppe, 'status', h.status)
      order by h.erkannt_am, h.id), '[]') from handlungsbedarf h where h.person_id = p.id))
  from person p where p.id = (select (zeile ->> 'personId')::uuid from wartende
    order by (zeile ->> 'fallId' = ${fall}::text) desc nulls last, nr limit 1))`;

const besprechungsteams = (teams: readonly string[]): SQL => sql`(select coalesce(json_agg(json_build_object(
    'id', t.id, 'kennzeichen', t.kennzeichen,
    'offene', (select json_build_object('faellig', f.faellig, 'ruht', f.ruht) from vorgang_frist f
      where f.vorgang_id = t.id and f.frist_id = 'T-41' and f.offen order by f.faellig, f.vorkommen limit 1),
    'letzte', (select json_build_object('am', e.daten ->> 'ereignisAm',
        'faelle', jsonb_path_query_array(e.daten, '$.liste[*].fall')) from vorgang_ereignis e
      where e.vorgang_id = t.id and e.daten ->> 'art' = 'besprechung_abgeschlossen' order by e.sequenz desc limit 1))
    order by t.kennzeichen), '[]') from team t where t.id = any (${alsIds(teams)}))`;

const alsListe = (abfrage: SQL): SQL => sql`(select coalesce(json_agg(f.zeile), '[]') from (${abfrage}) f)`;

/**
 * Everything whoever leads the meeting may read of it, with the look itself, in one statement.
 */
export async function liesBesprechung(tx: Transaktion, frage: Besprechungsfrage): Promise<Besprechungsakte> {
  const { teams, heute, fall, limit, blick } = frage;
  const sicht = { teams: frage.sicht };
  const schlange = warteschlange(tx, { sicht, limit, offset: 0, sortierung: 'reihenfolge' }).getSQL();
  const pflichten = (nur: 'T-02' | 'T-03') => fristverweise(tx, { sicht, heute, limit, nur: [nur] });
  const gezeigt = sql`(json_array_length(gelesen.wartende) + json_array_length(gelesen.erstkontakte)
    + json_array_length(gelesen.erstgespraeche))`;
  const zeile = await frageEine<Besprechungsakte>(
    tx,
    sql`with wartende as materialized (select w.zeile, w.gesamt, row_number() over () as nr from (${schlange}) w),
      gelesen as materialized (select (select coalesce(json_agg(zeile order by nr), '[]') from wartende) as wartende,
        coalesce((select gesamt from wartende limit 1), 0) as gesamt, ${aufgerufen(fall)} as aufgerufen,
        ${alsListe(pflichten('T-02'))} as erstkontakte, ${alsListe(pflichten('T-03'))} as erstgespraeche,
        ${besprechungsteams(teams)} as teams)
      select gelesen.*, (${vermerk({ ...blick, zeilen: gezeigt })}) as blick from gelesen`,
    { dannAls: frage.dannAls },
  );
  return { ...zeile, wartende: zeile.wartende.map(vormerkungszeile) };
}

import { asc, sql } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Abwesenheit } from '../domain/organisation/abwesenheit.ts';
import { anwesenheitszeitraum } from '../domain/zuordnung/auslastung.ts';
import type { Transaktion } from './client.ts';
import { istFallmanagerIn } from './mitarbeitende.ts';
import { mitarbeitende } from './schema/index.ts';

/** A Fallmanager with what their load is computed from. */
export type Belastung = {
  readonly id: string;
  readonly anzeigename: string;
  readonly anteil: number;
  readonly team: string;
  readonly faelle: number;
  readonly abwesenheiten: readonly Abwesenheit[];
};

/** Who could get a case of these teams on the day, with open cases and absences, in one statement; read as the purpose `zuordnung`. */
export function liesBelastungen(tx: Transaktion, teams: readonly string[], tag: Tag): Promise<Belastung[]> {
  const { id, anzeigename, anteil, teamId } = mitarbeitende;
  const { von, bis } = anwesenheitszeitraum(tag);
  return tx
    .select({
      id,
      anzeigename,
      anteil,
      team: teamId,
      faelle: sql<number>`(select count(*)::int from fall f where f.fm_id = mitarbeitende.id and f.offen)`,
      abwesenheiten: sql<Abwesenheit[]>`(select coalesce(json_agg(json_build_object(
          'wer', a.mitarbeitende_id, 'von', a.von, 'bis', a.bis) order by a.von, a.id), '[]') from abwesenheit a
        where a.mitarbeitende_id = mitarbeitende.id and a.storniert_am is null and a.von <= ${bis} and a.bis >= ${von})`,
    })
    .from(mitarbeitende)
    .where(istFallmanagerIn(teams, tag))
    .orderBy(asc(id));
}

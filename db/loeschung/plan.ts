import { sql, type SQL } from 'drizzle-orm';
import type { Transaktion } from '../client.ts';

/** Rows of one table that go with a case or a person, and the condition that finds them by its id. */
export type Loeschschritt = readonly [tabelle: string, bedingung: (id: SQL) => SQL];

const gleich =
  (spalte: string) =>
  (id: SQL): SQL =>
    sql`${sql.identifier(spalte)} = ${id}`;
const ueber =
  (spalte: string, tabelle: string, bezug: string) =>
  (id: SQL): SQL =>
    sql`${sql.identifier(spalte)} in (select id from ${sql.identifier(tabelle)} where ${sql.identifier(bezug)} = ${id})`;

const FALL = gleich('fall_id');
const VORGANG = gleich('vorgang_id');
const PERSON = gleich('person_id');

/** Every table with rows of a case; a test holds it against the schema. */
export const PLAN_FALL: readonly Loeschschritt[] = [
  ['rueckmeldezugang', FALL],
  ['rueckmeldung', FALL],
  ['ausgang', FALL],
  ['eingang', FALL],
  ['formularentwurf', FALL],
  ['eigene_wiedervorlage', FALL],
  ['eaktenverweis', FALL],
  ['abgangsbild', FALL],
  ['eingangsqualitaet', FALL],
  ['frist', FALL],
  ['dokument', FALL],
  ['bedarfsentscheidung', ueber('pruefung_id', 'bedarfspruefung', 'fall_id')],
  ['bedarfspruefung', FALL],
  ['bestreitung', FALL],
  ['loeschantrag', FALL],
  ['loeschsperre', FALL],
  ['sonderzugriff_freigabe', ueber('sonderzugriff_id', 'sonderzugriff', 'fall_id')],
  ['sonderzugriff_pruefung', ueber('sonderzugriff_id', 'sonderzugriff', 'fall_id')],
  ['sonderzugriff', FALL],
  ['befehl', FALL],
  ['policymigrationsschritt', VORGANG],
  ['fall_ereignis', FALL],
  ['fall', gleich('id')],
];

/** Every table with rows of a person or of the check record, whose id is that of the person. */
export const PLAN_PERSON: readonly Loeschschritt[] = [
  ['einwilligung_widerruf', ueber('einwilligung_id', 'einwilligung', 'person_id')],
  ['einwilligung', PERSON],
  ['formularentwurf', PERSON],
  ['begleitperson', PERSON],
  ['handlungsbedarf_verlauf', ueber('handlungsbedarf_id', 'handlungsbedarf', 'person_id')],
  ['handlungsbedarf_naeheres', ueber('handlungsbedarf_id', 'handlungsbedarf', 'person_id')],
  ['handlungsbedarf', PERSON],
  ['profiling', PERSON],
  ['neuzugang', PERSON],
  ['interessenkonflikt', PERSON],
  ['loeschantrag', PERSON],
  ['loeschsperre', PERSON],
  ['ausgang', VORGANG],
  ['eingang', VORGANG],
  ['dokument', VORGANG],
  ['befehl', VORGANG],
  ['policymigrationsschritt', VORGANG],
  ['vorgang_frist', VORGANG],
  ['vorgang_ereignis', VORGANG],
  ['vorgang', gleich('id')],
  ['person', gleich('id')],
];

/** How many rows went, by table; tables without any are left out. */
export type Umfang = Readonly<Record<string, number>>;

/** One statement for the whole plan: references are checked at its end, so that the order does not matter. */
export async function loescheNachPlan(
  tx: Transaktion,
  plan: readonly Loeschschritt[],
  id: string,
): Promise<Umfang> {
  const schritte = plan.map(
    ([tabelle, bedingung]) =>
      sql`${sql.identifier(`weg_${tabelle}`)} as (delete from ${sql.identifier(tabelle)} where ${bedingung(sql`${id}::uuid`)} returning 1)`,
  );
  const zahlen = plan.map(
    ([tabelle]) =>
      sql`(select count(*)::int from ${sql.identifier(`weg_${tabelle}`)}) as ${sql.identifier(tabelle)}`,
  );
  const [zeile = {}] = await tx.execute<Record<string, number>>(
    sql`with ${sql.join(schritte, sql`, `)} select ${sql.join(zahlen, sql`, `)}`,
  );
  return Object.fromEntries(Object.entries(zeile).filter(([, anzahl]) => anzahl > 0));
}

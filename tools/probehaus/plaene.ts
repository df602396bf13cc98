import { sql as sqlText } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';
import type { Datenbank } from '../../db/client.ts';
import * as schema from '../../db/schema/index.ts';

type Knoten = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Index Name'?: string | undefined;
  readonly 'Actual Rows'?: number | undefined;
  readonly 'Actual Loops'?: number | undefined;
  readonly 'Rows Removed by Filter'?: number | undefined;
  readonly 'Rows Removed by Index Recheck'?: number | undefined;
  readonly Plans?: readonly Knoten[] | undefined;
};
const Knoten: z.ZodType<Knoten> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Rows': z.number().optional(),
  'Actual Loops': z.number().optional(),
  'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(),
  get Plans() {
    return z.array(Knoten).optional();
  },
});
const Plan = z.object({ 'Query Text': z.string(), Plan: Knoten });

/** How one statement was run, those inside functions, too. */
export type Ausgefuehrt = { readonly anweisung: string; readonly wurzel: Knoten; readonly text: string };

const indexe = ({ 'Index Name': index, Plans = [] }: Knoten): string[] =>
  index === undefined
    ? Plans.flatMap((teil) => (teil['Node Type'].startsWith('Bitmap') ? indexe(teil) : []))
    : [index];

/** What stands for the whole of a table. */
export const GANZ = 'ganz';

/** Ways to the rows of a plan: `fall: fall_pkey`, or `fall: ganz` for a table read from one end to the other. */
export function zugriffe(knoten: Knoten): string[] {
  const { 'Node Type': art, 'Relation Name': tabelle, Plans = [] } = knoten;
  const wege = art.endsWith('Seq Scan') ? [GANZ] : indexe(knoten);
  const eigene = tabelle === undefined ? [] : wege.map((weg) => `${tabelle}: ${weg}`);
  return [...eigene, ...Plans.flatMap(zugriffe)];
}

/** Tables with so many rows are never read as a whole. */
export async function grosseTabellen(besitzer: Datenbank, abZeilen: number): Promise<ReadonlySet<string>> {
  const zeilen = await besitzer.drizzle.execute<{ name: string }>(
    sqlText`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= ${abZeilen}`,
  );
  return new Set(zeilen.map(({ name }) => name));
}

/** How many rows of these tables were looked at, shown or not. */
export function angesehen(knoten: Knoten, tabellen: ReadonlySet<string>): number {
  const { 'Actual Rows': gezeigt = 0, 'Actual Loops': mal = 1, Plans = [] } = knoten;
  const { 'Rows Removed by Filter': gefiltert = 0, 'Rows Removed by Index Recheck': geprueft = 0 } = knoten;
  const gezaehlt = tabellen.has(knoten['Relation Name'] ?? '');
  const eigene = gezaehlt ? (gezeigt + gefiltert + geprueft) * mal : 0;
  return Plans.reduce((summe, teil) => summe + angesehen(teil, tabellen), eigene);
}

/**
 * A pool of the login whose every statement tells how PostgreSQL ran it; the same server, role and row-level security as any
 * other. @param besitzer the superuser's, who alone may turn that on
 */
export async function oeffneMitPlaenen(
  besitzer: string,
  login: string,
): Promise<{ readonly db: Datenbank; readonly nimm: () => Ausgefuehrt[] }> {
  const rolle = new URL(login).username;
  const sql = postgres(besitzer, { max: 1, onnotice: () => undefined });
  const einstellungen = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_format': 'json',
    'auto_explain.log_level': 'notice',
  };
  for (const [name, wert] of Object.entries(einstellungen))
    await sql.unsafe(`alter role ${rolle} set ${name} = '${wert}'`);
  let gesehen: Ausgefuehrt[] = [];
  const verbindung = postgres(login, {
    max: 1,
    onnotice: ({ message }) => {
      const [, text] = /^duration: [\d.]+ ms {2}plan:\n(.*)$/su.exec(message ?? '') ?? [];
      if (text === undefined) return;
      const { 'Query Text': anweisung, Plan: wurzel } = Plan.parse(JSON.parse(text));
      gesehen.push({ anweisung, wurzel, text });
    },
  });
  await verbindung`select 1`;
  // Only this pool tells: whoever connects later is as silent as before.
  for (const name of Object.keys(einstellungen)) await sql.unsafe(`alter role ${rolle} reset ${name}`);
  await sql.end();
  return {
    db: {
      drizzle: drizzle(verbindung, { schema, casing: 'snake_case' }),
      grundteil: null,
      schliesse: () => verbindung.end({ timeout: 5 }),
    },
    nimm: () => {
      const alle = gesehen;
      gesehen = [];
      return alle;
    },
  };
}

import { and, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { FALTUNG, gefalteteWorte } from '../domain/person/name.ts';

const gefaltet = (spalte: AnyColumn): SQL =>
  FALTUNG.reduce((ausdruck, [von, zu]) => sql`replace(${ausdruck}, ${von}, ${zu})`, sql`lower(${spalte})`);

/** Every word of the search stands somewhere in the name, in any order and case. */
export function enthaeltTeile(spalte: AnyColumn, gesucht: string): SQL | undefined {
  return and(...gefalteteWorte(gesucht).map((wort) => sql`strpos(${gefaltet(spalte)}, ${wort}) > 0`));
}

import { sql, type SQL } from 'drizzle-orm';
import { dokument } from './schema/index.ts';

const fremd = (dazu: SQL): SQL => sql`exists (select from fall_ereignis r where r.fall_id = ${dokument.fallId}
  and r.art = 'eintrag_zurueckgezogen' and r.daten ->> 'fremd' = 'true'
  and r.daten -> 'unterlagen' ? ${dokument.id}::text ${dazu})`;

/** TR61: a text that turned out to be about another person: nobody's to read, also before it is erased. */
export const istFremd = fremd(sql``);

/** The same once the case it was moved to has its own: only then the old one is erased. */
export const istFremdUndAngekommen = fremd(sql`and (r.daten -> 'ziel' = 'null'::jsonb
  or exists (select from fall_ereignis z where z.befehl_id = r.daten -> 'ziel' ->> 'sendung'))`);

import { sql } from 'drizzle-orm';
import type { Transaktion } from './client.ts';
import { fall, person, vorgang } from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';

const TABELLEN = { fall, person, vorgang } as const;

/** Is there such a row at all? What the actor may not see and what does not exist look the same to them. */
export async function istVorhanden(
  tx: Transaktion,
  tabelle: keyof typeof TABELLEN,
  id: string,
): Promise<boolean> {
  const quelle = TABELLEN[tabelle];
  const zeilen = await alsSystem(tx, 'vorhanden', () =>
    tx
      .select({ eins: sql`1` })
      .from(quelle)
      .where(sql`${quelle.id} = ${id}`),
  );
  return zeilen.length > 0;
}

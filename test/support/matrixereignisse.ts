import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaktion } from '../../db/client.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';

/** Number of the event the person gets a letter about. */
export const BRIEF = '1001';

/** A change of Fallmanagement that never was: its letter names the person and nothing else of the file. */
export async function schreibe(tx: Transaktion, name: string, fallId: string): Promise<void> {
  await tx.execute(sql`insert into fall_ereignis (id, fall_id, sequenz, art, am, befehl_id, daten)
    select ${`schreiben-${name}`}, fall_id, ${BRIEF}::int, 'fm_gewechselt', am, ${randomUUID()}::uuid,
      (daten - 'gruendung') || jsonb_build_object('id', ${`schreiben-${name}`}::text, 'sequenz', ${BRIEF}::int,
        'art', 'fm_gewechselt', 'tr', 'TR51', 'fm', ${PERSONAL.fm3}::text, 'dokumente', '[]'::jsonb)
    from fall_ereignis where fall_id = ${fallId} and sequenz = 1`);
}

/** An appointment for an Übernahmegespräch that never was, so that each case has one (TR10). */
export async function terminiere(
  tx: Transaktion,
  { name, fallId, tag }: { readonly name: string; readonly fallId: string; readonly tag: Tag },
): Promise<void> {
  await tx.execute(sql`insert into fall_ereignis (id, fall_id, sequenz, art, am, befehl_id, daten)
    select ${`termin-${name}`}, fall_id, 1002, 'uebernahmegespraech_vereinbart', am, ${randomUUID()}::uuid,
      (daten - 'gruendung') || jsonb_build_object('id', ${`termin-${name}`}::text, 'sequenz', 1002,
        'art', 'uebernahmegespraech_vereinbart', 'tr', 'TR10', 'termin', ${tag}::text, 'dokumente', '[]'::jsonb)
    from fall_ereignis where fall_id = ${fallId} and sequenz = 1`);
}

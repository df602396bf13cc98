import { sql } from 'drizzle-orm';
import type { Transaktion } from '../../db/client.ts';
import { PERSONAL } from './stammdaten.ts';

/** What a team and the house have beside their cases: calendars with a visit due, complaints, surveys, providers, messages to R27. */
export async function hausrand(tx: Transaktion): Promise<void> {
  await tx.execute(sql`insert into vorgang (id, art, zustand, offen, sequenz, team_id, stand)
    select t.id, 'team', 'offen', true, 1, t.id, jsonb_build_object('art', 'team', 'stichprobe', null,
      'auftraege', jsonb_build_array(jsonb_build_object('id', 'T-42', 'vorkommen', 1, 'gegenstand', t.id)),
      'kontaktteams', jsonb_build_array(jsonb_build_object('team', t.id, 'kontaktFm', jsonb_build_array(
        (select min(m.id::text) from mitarbeitende m where m.team_id = t.id and m.rolle = 'fm')))))
    from team t`);
  await tx.execute(sql`insert into vorgang_frist (vorgang_id, frist_id, vorkommen, beginn, roh, faellig, status, lauf, offen, ruht, herleitung)
    select id, 'T-42', 1, current_date - 30, current_date + 30, current_date + 30, 'offen', 'laeuft', true, false, '[]'::jsonb from team`);
  await tx.execute(sql`insert into beschwerde (id, team_id, art, eingegangen_am, erfasst_am, erfasst_von)
    select gen_random_uuid(), t.id, 'dauer', current_date - i, now(), ${PERSONAL.tl} from team t, generate_series(1, 20) i`);
  await tx.execute(sql`insert into befragung (id, team_id, art, von, bis, teilnehmende, ergebnisse, erfasst_am, erfasst_von)
    select gen_random_uuid(), t.id, 'befragung', current_date - i, current_date, 5, '[]'::jsonb, now(), ${PERSONAL.tl}
    from team t, generate_series(1, 20) i`);
  await tx.execute(sql`insert into leistungserbringer (id, problemfelder, was_ist_zu_veranlassen, name, anschrift, ansprechpartner, telefon,
      email, leistungen, traegergruppe, leistungsarten, informell)
    select gen_random_uuid(), '{}', 'Termin', 'Stelle ' || i, 'Straße 1', 'Demo', '0', 'stelle@example.org', 'Beratung', 'kommune', '{}',
      true from generate_series(1, 100) i`);
  await tx.execute(sql`insert into eingang (id, ereignis_id, an_rolle, team_id, anlass, stufe, am)
    select gen_random_uuid(), 'haus-' || i, 'datenschutz', t.id, 'DS-29', 'mitteilung', now()
    from generate_series(1, ${20}) i cross join (select id from team where kennzeichen = '621') t`);
}

import { sql } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Tageszeile } from '../domain/mail/tagesmail.ts';
import type { Transaktion } from './client.ts';
import { KEINE_WARTUNG } from './nachrichten.ts';
import { abwesenheit, ausgang, eingang, fall, frist, mitarbeitende, vorgangFrist } from './schema/index.ts';

/** Whoever a Tagesmail may be due for: with something put aside that is old enough and has come to rest. */
export type Wartende = {
  readonly empfaenger: string;
  readonly teamId: string;
  /** Who works here no more gets no mail. */
  readonly aktiv: boolean;
};

/** Which mails are old enough, and since when none of them may have been put aside. */
export type Sammelgrenzen = { readonly heute: Tag; readonly vor: Instant; readonly ruhigSeit: Instant };

/** Who is there today, has mails waiting, and has had no Tagesmail since its hour. */
export async function liesWartende(
  tx: Transaktion,
  { heute, vor, ruhigSeit }: Sammelgrenzen,
): Promise<Wartende[]> {
  return tx.execute<Wartende>(sql`
    select a.empfaenger, m.team_id as "teamId", m.aktiv
    from ${ausgang} a join ${mitarbeitende} m on m.id = a.empfaenger
    where a.zugestellt_am is null and a.weg = 'taeglich' and a.erstellt_am < ${vor} and ${KEINE_WARTUNG}
      and not exists (select from ${abwesenheit} w where w.mitarbeitende_id = m.id and w.storniert_am is null
        and ${heute}::date between w.von and w.bis)
      and not exists (select from ${ausgang} t where t.empfaenger = m.id and t.art = 'tagesmail' and t.erstellt_am >= ${vor})
    group by a.empfaenger, m.team_id, m.aktiv
    having count(*) filter (where a.tagesmail_id is null) > 0 and max(a.zurueckgelegt_am) <= ${ruhigSeit}
    order by a.empfaenger`);
}

/** A Tagesmail: its id says whose and of which day, so that there is one at most. */
export type Sammlung = { readonly id: string; readonly empfaenger: string; readonly am: Instant };

/**
 * Gathers all that waits for somebody into one mail, in one statement. An older Tagesmail that never went out gives up its mails to
 * this one: after days without a mail server there is one to read, not one for each day.
 */
export async function sammle(tx: Transaktion, { id, empfaenger, am }: Sammlung): Promise<void> {
  await tx.execute(sql`
    with neu as (
      insert into ${ausgang} (id, art, empfaenger, erstellt_am) values (${id}, 'tagesmail', ${empfaenger}, ${am})
      on conflict do nothing returning id),
    aufgegangen as (
      update ${ausgang} set zugestellt_am = ${am}, weg = 'keine'
      where empfaenger = ${empfaenger} and art = 'tagesmail' and zugestellt_am is null and exists (select from neu))
    update ${ausgang} set tagesmail_id = neu.id from neu
    where empfaenger = ${empfaenger} and weg = 'taeglich' and zugestellt_am is null`);
}

/** Nobody reads any more what waits for whoever has left; the inbox keeps it. */
export async function gibAuf(tx: Transaktion, { empfaenger, am }: Omit<Sammlung, 'id'>): Promise<void> {
  await tx.execute(sql`
    update ${ausgang} set zugestellt_am = ${am}, weg = 'keine'
    where empfaenger = ${empfaenger} and weg = 'taeglich' and zugestellt_am is null`);
}

/**
 * What stands in a Tagesmail, each duty once, by its due day of today; what is done or rests by now is left out. Notices stay as
 * they came.
 */
export async function liesTageszeilen(tx: Transaktion, id: string): Promise<Tageszeile[]> {
  return tx.execute<Tageszeile>(sql`
    select distinct on (e.fall_id, e.vorgang_id, e.anlass, e.vorkommen, case when e.stufe = 'mitteilung' then e.id end)
      f.fallnummer, e.anlass, case when e.stufe <> 'mitteilung' then coalesce(d.faellig, v.faellig, e.faellig) end as faellig
    from ${ausgang} a
    join ${eingang} e on e.id = a.eingang_id
    left join ${fall} f on f.id = e.fall_id
    left join ${frist} d on d.fall_id = e.fall_id and d.frist_id = e.anlass and d.vorkommen = e.vorkommen
    left join ${vorgangFrist} v on v.vorgang_id = e.vorgang_id and v.frist_id = e.anlass and v.vorkommen = e.vorkommen
    where a.tagesmail_id = ${id} and coalesce(d.offen, v.offen, true) and not coalesce(d.ruht, v.ruht, false)
    order by e.fall_id, e.vorgang_id, e.anlass, e.vorkommen, case when e.stufe = 'mitteilung' then e.id end, e.am desc`);
}

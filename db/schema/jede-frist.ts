import { sql } from 'drizzle-orm';
import { boolean, date, integer, jsonb, pgView, text, uuid } from 'drizzle-orm/pg-core';
import type { Fristid } from '../../domain/kennungen.ts';
import type { Friststatus } from '../../domain/pflicht/frist.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';

/**
 * The duties of cases, check records and teams as rows of one shape, with what lists ask of their Vorgang: each a branch of its own, so that
 * PostgreSQL can begin with the Vorgänge of whoever asks.
 */
export const jedeFrist = pgView('jede_frist', {
  art: text().$type<Vorgangsart>().notNull(),
  fallId: uuid(),
  fallnummer: text(),
  personId: uuid(),
  teamId: uuid().notNull(),
  fmId: uuid(),
  papId: uuid(),
  aufnehmenderPapId: uuid(),
  externId: uuid(),
  abgebendId: uuid(),
  weitergeleitetAnId: uuid(),
  zustand: text().notNull(),
  /** Of a duty of a team: the team to be visited, the partner of an exchange (T-42, T-43). */
  gegenstand: text(),
  /** Those in charge of a visit (R16). */
  kontaktFm: jsonb().$type<readonly string[]>(),
  fristId: text().$type<Fristid>().notNull(),
  vorkommen: integer().notNull(),
  beginn: date({ mode: 'string' }).notNull(),
  faellig: date({ mode: 'string' }).notNull(),
  status: text().$type<Friststatus>().notNull(),
  offen: boolean().notNull(),
  ruht: boolean().notNull(),
}).with({ securityInvoker: true }).as(sql`
  select 'fall' as art, f.id as fall_id, f.fallnummer, f.person_id, f.team_id, f.fm_id, f.pap_id,
    f.aufnehmender_pap_id, f.extern_id, f.abgebend_id, f.weitergeleitet_an_id, f.zustand,
    null as gegenstand, null::jsonb as kontakt_fm, d.frist_id, d.vorkommen, d.beginn, d.faellig, d.status, d.offen, d.ruht
  from frist d join fall f on f.id = d.fall_id
  union all
  select v.art, null, null, v.person_id, v.team_id, v.fm_id, v.pap_id,
    null, null, null, null, v.zustand,
    null, null, d.frist_id, d.vorkommen, d.beginn, d.faellig, d.status, d.offen, d.ruht
  from vorgang_frist d join vorgang v on v.id = d.vorgang_id
  where v.art <> 'team'
  union all
  select v.art, null, null, v.person_id, v.team_id, v.fm_id, v.pap_id,
    null, null, null, null, v.zustand,
    a.wert ->> 'gegenstand', k.wert -> 'kontaktFm', d.frist_id, d.vorkommen, d.beginn, d.faellig, d.status,
    d.offen, d.ruht
  from vorgang_frist d
  join vorgang v on v.id = d.vorgang_id
  left join lateral jsonb_array_elements(v.stand -> 'auftraege') a(wert)
    on a.wert ->> 'id' = d.frist_id and (a.wert ->> 'vorkommen')::int = d.vorkommen
  left join lateral jsonb_array_elements(v.stand -> 'kontaktteams') k(wert)
    on k.wert ->> 'team' = a.wert ->> 'gegenstand'
  where v.art = 'team'`);

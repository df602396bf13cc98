-- Lists cost what the own rows cost, however big the house is (ADR 64).
DROP INDEX "protokoll_akteur_id_index";--> statement-breakpoint
CREATE INDEX "eingang_an_rolle" ON "eingang" USING btree ("an_rolle") WHERE "eingang"."an_person" is null;--> statement-breakpoint
CREATE INDEX "mitarbeitende_anzeigename_id_index" ON "mitarbeitende" USING btree ("anzeigename","id");--> statement-breakpoint
CREATE INDEX "person_name_id_index" ON "person" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "protokoll_akteur_id_am_index" ON "protokoll" USING btree ("akteur_id","am");--> statement-breakpoint
CREATE INDEX "protokoll_neueste" ON "protokoll" USING btree ("gespeichert_am","nummer","id");--> statement-breakpoint
CREATE INDEX "vorgang_teams" ON "vorgang" USING btree ("id") WHERE "vorgang"."art" = 'team';--> statement-breakpoint
-- Replaced, not dropped: its rights stay.
CREATE OR REPLACE VIEW "public"."jede_frist" WITH (security_invoker = true) AS (
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
  where v.art = 'team');
--> statement-breakpoint
-- A policy that asks another table asks it row by row, by its key. `OFFSET 0` changes nothing of what it says; without it PostgreSQL may
-- answer the question for every row of the other table at once, which is the whole house for the sake of a page. The text of
-- each policy stays as it is but for that.
CREATE FUNCTION lotse_zeilenweise(regel text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  ergebnis text := '';
  tiefe integer := 0;
  offene integer[] := '{}';
  zeichen text;
BEGIN
  FOREACH zeichen IN ARRAY string_to_array(regel, NULL) LOOP
    IF zeichen = '(' THEN
      tiefe := tiefe + 1;
      IF ergebnis LIKE '%EXISTS ' THEN
        offene := offene || tiefe;
      END IF;
    ELSIF zeichen = ')' THEN
      IF tiefe = offene[cardinality(offene)] THEN
        ergebnis := ergebnis || ' OFFSET 0';
        offene := trim_array(offene, 1);
      END IF;
      tiefe := tiefe - 1;
    END IF;
    ergebnis := ergebnis || zeichen;
  END LOOP;
  RETURN ergebnis;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  z record;
BEGIN
  FOR z IN SELECT tablename, policyname,
      -- Whether somebody's role knows the Jour-Fixe is asked before each person's cases are.
      lotse_zeilenweise(regexp_replace(qual, '\(\(NOT (lotse_in_begleitung\([a-z.]*id\))\) AND \((''K[0-9]''::text = ANY \(\( SELECT lotse_klassen\(''jour_fixe''::text, [A-Za-z:]+\) AS lotse_klassen\)::text\[\]\))\)\)',
        '((\2) AND (NOT \1))', 'g')) AS regel
    FROM pg_policies
    WHERE schemaname = 'public' AND policyname = 'liest' AND cmd = 'SELECT' AND roles = '{lotse_api}' AND qual LIKE '%EXISTS (%'
  LOOP
    EXECUTE format('ALTER POLICY %I ON %I USING (%s)', z.policyname, z.tablename, z.regel);
  END LOOP;
END
$$;
--> statement-breakpoint
DROP FUNCTION lotse_zeilenweise(text);
--> statement-breakpoint
-- The same as before (0022), from the cases of whoever asks instead of from every transfer of the house.
CREATE OR REPLACE FUNCTION lotse_verbundene(gesucht text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(v.anderer), '{}') FROM (
    SELECT a.id FROM fall n JOIN fall a ON a.id = n.vorgaenger_fall_id
    WHERE gesucht = 'uebernehmend' AND n.herkunft = 'weiterleitung'
      AND (n.fm_id = lotse_akteur() OR n.fm_id = ANY (lotse_vertretene()) OR n.team_id = ANY (lotse_teams()))
    UNION ALL
    SELECT n.id FROM fall a JOIN fall n ON n.vorgaenger_fall_id = a.id
    WHERE gesucht = 'weiterleitend' AND n.herkunft = 'weiterleitung'
      AND (a.fm_id = lotse_akteur() OR a.fm_id = ANY (lotse_vertretene()) OR a.team_id = ANY (lotse_teams()))
  ) v(anderer)
$$;

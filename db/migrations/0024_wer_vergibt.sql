-- Who gives rights asks PostgreSQL, too: before, any leading role could name anybody for anything, herself included.
-- The rules are those of domain/organisation/verwaltung.ts; a test holds both against each other.
--
-- May the actor put a colleague into this role and team? The Teamleitung staffs the own team with those who work in it.
CREATE FUNCTION lotse_besetzt(gesucht text, in_team uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(in_team = ANY (lotse_teams()) AND (lotse_rolle() = 'bereichsleitung' OR (lotse_rolle() = 'tl' AND gesucht IN
    ('pap', 'fm', 'fm_u25', 'fm_extern', 'fm_spezial', 'jour_fixe_av', 'service_center'))), false)
$$;
--> statement-breakpoint
-- The same for a colleague as they were before the statement: what a running statement changes is not seen here. Nobody
-- changes the own role, team or login, and the login of others only the Bereichsleitung: who has it is them.
CREATE FUNCTION lotse_besetzt_wen(wen uuid, rolle_neu text, team_neu uuid, subjekt_neu text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(lotse_besetzt(m.rolle, m.team_id)
    AND (m.id <> lotse_akteur() OR (m.rolle = rolle_neu AND m.team_id = team_neu AND m.subjekt = subjekt_neu))
    AND (m.subjekt = subjekt_neu OR lotse_rolle() = 'bereichsleitung')), true)
  FROM mitarbeitende m WHERE m.id = wen
$$;
--> statement-breakpoint
-- May the actor make this colleague answer for the team? The Bereichsleitung for its teams, and for the one it just made.
CREATE FUNCTION lotse_vergibt_team(wem uuid, gesucht uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT lotse_rolle() = 'bereichsleitung' AND CASE
    WHEN gesucht = ANY (lotse_teams()) THEN
      EXISTS (SELECT FROM mitarbeitende m WHERE m.id = wem AND lotse_besetzt(m.rolle, m.team_id)
        AND m.rolle IN ('tl', 'bereichsleitung', 'controlling', 'koordinator'))
    ELSE wem = lotse_akteur()
      AND NOT EXISTS (SELECT FROM teamverantwortung v WHERE v.team_id = gesucht)
      AND NOT EXISTS (SELECT FROM mitarbeitende m WHERE m.team_id = gesucht)
  END
$$;
--> statement-breakpoint
ALTER POLICY schreibt ON mitarbeitende WITH CHECK (lotse_besetzt(rolle, team_id));
--> statement-breakpoint
ALTER POLICY aendert ON mitarbeitende WITH CHECK (lotse_besetzt(rolle, team_id) AND lotse_besetzt_wen(id, rolle, team_id, subjekt));
--> statement-breakpoint
ALTER POLICY schreibt ON teamverantwortung WITH CHECK (lotse_vergibt_team(mitarbeitende_id, team_id));
--> statement-breakpoint
-- Rows are added and taken away; nobody may change one.
DROP POLICY aendert ON teamverantwortung;
--> statement-breakpoint
ALTER POLICY entzieht ON teamverantwortung USING ((SELECT lotse_rolle()) = 'bereichsleitung'
  AND EXISTS (SELECT FROM mitarbeitende m WHERE m.id = mitarbeitende_id AND lotse_besetzt(m.rolle, m.team_id)));
--> statement-breakpoint
-- The other policies that asked for a leading role and not for its team.
ALTER POLICY schreibt ON vertretungsring WITH CHECK ((SELECT lotse_rolle()) IN ('tl', 'bereichsleitung')
  AND team_id = ANY ((SELECT lotse_teams())::uuid[]));
--> statement-breakpoint
DROP POLICY aendert ON vertretungsring;
--> statement-breakpoint
DO $$
DECLARE
  gefuehrt text := '(SELECT lotse_rolle()) IN (''tl'', ''bereichsleitung'') AND mitarbeitende_id IN
    (SELECT m.id FROM mitarbeitende m WHERE m.team_id = ANY ((SELECT lotse_teams())::uuid[]))';
BEGIN
  EXECUTE 'ALTER POLICY schreibt ON externnachweis WITH CHECK (' || gefuehrt || ')';
  EXECUTE 'ALTER POLICY schreibt ON qualifikation WITH CHECK (' || gefuehrt || ')';
  EXECUTE 'ALTER POLICY aendert ON qualifikation USING (' || gefuehrt || ')';
  EXECUTE 'ALTER POLICY schreibt ON abwesenheit WITH CHECK (mitarbeitende_id = (SELECT lotse_akteur()) OR ' || gefuehrt || ')';
  EXECUTE 'ALTER POLICY aendert ON abwesenheit USING (mitarbeitende_id = (SELECT lotse_akteur()) OR ' || gefuehrt || ')';
END
$$;

-- The role `datenschutz` (R27, ADR 49) reads the log of the house, which the matrix now gives to it and no longer to R26, and
-- reviews the accesses of a Teamleitung; the Bereichsleitung may, for its teams. Nobody reviews the own one.
CREATE FUNCTION lotse_prueft_zugriff(von uuid, an_fall uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT von <> lotse_akteur() AND CASE
    WHEN m.rolle <> 'tl' THEN lotse_rolle() = 'tl' AND f.team_id = ANY (lotse_teams())
    ELSE lotse_rolle() = 'datenschutz' OR (lotse_rolle() = 'bereichsleitung' AND f.team_id = ANY (lotse_teams()))
  END
  FROM mitarbeitende m, fall f WHERE m.id = von AND f.id = an_fall
$$;
--> statement-breakpoint
ALTER POLICY liest ON sonderzugriff
  USING (mitarbeitende_id = (SELECT lotse_akteur()) OR lotse_prueft_zugriff(mitarbeitende_id, fall_id));
--> statement-breakpoint
ALTER POLICY schreibt ON sonderzugriff_pruefung WITH CHECK (geprueft_von = (SELECT lotse_akteur()) AND EXISTS (
  SELECT FROM sonderzugriff z WHERE z.id = sonderzugriff_id AND lotse_prueft_zugriff(z.mitarbeitende_id, z.fall_id)));
--> statement-breakpoint
-- What goes to R27 goes to the house, not to the role in a team.
ALTER POLICY liest ON eingang USING (an_person = (SELECT lotse_akteur()) OR vertretung = (SELECT lotse_akteur())
  OR an_person = ANY ((SELECT lotse_vertretene())::uuid[])
  OR (an_person IS NULL AND an_rolle = (SELECT lotse_rolle())
    AND (an_rolle = 'datenschutz' OR team_id = ANY ((SELECT lotse_teams())::uuid[]))));

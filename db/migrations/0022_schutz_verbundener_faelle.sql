-- Cases linked by a transfer to another team (TR64, ADR 54): who leads the one, or its team, may look at the other as far as the matrix says.
CREATE FUNCTION lotse_verbundene(gesucht text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(v.anderer), '{}')
  FROM fall n
  JOIN fall a ON a.id = n.vorgaenger_fall_id
  CROSS JOIN LATERAL (VALUES
    ('uebernehmend', a.id, n.fm_id, n.team_id),
    ('weiterleitend', n.id, a.fm_id, a.team_id)
  ) v(beziehung, anderer, fm_id, team_id)
  WHERE n.herkunft = 'weiterleitung' AND v.beziehung = gesucht
    AND (v.fm_id = lotse_akteur() OR v.fm_id = ANY (lotse_vertretene()) OR v.team_id = ANY (lotse_teams()))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lotse_fallbedingung(f text, klasse text, schreibend text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '(' || string_agg(
    format('(%s AND %s = ANY ((SELECT lotse_klassen(%L, %s))::text[]))', replace(b.wann, 'f.', f || '.'), klasse, b.beziehung, schreibend),
    ' OR ') || ')'
  FROM (VALUES
    ('zustaendig', 'f.fm_id = (SELECT lotse_akteur())'),
    ('vertretung', 'f.fm_id = ANY ((SELECT lotse_vertretene())::uuid[])'),
    ('vertretung_grund', 'f.fm_id = ANY ((SELECT lotse_vertretene())::uuid[]) AND f.id = ANY ((SELECT lotse_sonderzugriffe(''vertretung_grund''))::uuid[])'),
    ('beauftragt', 'f.extern_id = (SELECT lotse_akteur())'),
    ('abgebend', '(f.pap_id = (SELECT lotse_akteur()) OR f.abgebend_id = (SELECT lotse_akteur()))'),
    ('aufnehmend', '(f.aufnehmender_pap_id = (SELECT lotse_akteur()) OR f.weitergeleitet_an_id = (SELECT lotse_akteur()))'),
    ('team', 'f.team_id = ANY ((SELECT lotse_teams())::uuid[])'),
    ('termin', 'f.offen'),
    ('stichprobe', 'f.id = ANY ((SELECT lotse_stichprobe())::uuid[])'),
    ('notzugriff', 'f.id = ANY ((SELECT lotse_sonderzugriffe(''notzugriff''))::uuid[])'),
    ('uebernehmend', 'f.id = ANY ((SELECT lotse_verbundene(''uebernehmend''))::uuid[])'),
    ('weiterleitend', 'f.id = ANY ((SELECT lotse_verbundene(''weiterleitend''))::uuid[])')
  ) b(beziehung, wann)
$$;
--> statement-breakpoint
-- The tables of a case, each with its condition as before and the new relations; what hangs on the person comes with the own case.
DO $$
DECLARE
  im_fall text := 'EXISTS (SELECT FROM fall f WHERE f.id = %I.fall_id AND %s)';
  je_art text := 'coalesce((SELECT e.klasse FROM ereignisklasse e WHERE e.art = fall_ereignis.art), ''K1'')';
BEGIN
  EXECUTE 'ALTER POLICY liest ON fall USING (' || lotse_fallbedingung('fall', '''K1''', 'null') || ')';
  EXECUTE 'ALTER POLICY liest ON frist USING (' || format(im_fall, 'frist', lotse_fallbedingung('f', '''K1''', 'null')) || ')';
  EXECUTE 'ALTER POLICY liest ON fall_ereignis USING (' || format(im_fall, 'fall_ereignis', lotse_fallbedingung('f', je_art, 'null')) || ')';
  EXECUTE 'ALTER POLICY liest ON eingangsqualitaet USING ('
    || format(im_fall, 'eingangsqualitaet', lotse_fallbedingung('f', '''K2''', 'false')) || ')';
  EXECUTE 'ALTER POLICY liest ON abgangsbild USING (' || format(im_fall, 'abgangsbild', lotse_fallbedingung('f', '''K2''', 'false')) || ')';
  EXECUTE 'ALTER POLICY liest ON dokument USING ('
    || '(stand = ''entwurf'' AND verfasser_id = (SELECT lotse_akteur()))'
    || ' OR (stand = ''gueltig'' AND (' || format(im_fall, 'dokument', lotse_fallbedingung('f', 'dokument.klasse', 'false'))
    || ' OR EXISTS (SELECT FROM vorgang v WHERE v.id = dokument.vorgang_id AND ' || lotse_vorgangsbedingung('v', 'dokument.klasse') || ')'
    || ' OR EXISTS (SELECT FROM fall f JOIN fall_ereignis e ON e.fall_id = f.id WHERE f.id = dokument.fall_id'
    || ' AND f.aufnehmender_pap_id = (SELECT lotse_akteur()) AND e.befehl_id = dokument.befehl_id::text'
    || ' AND e.art IN (''rueckgabegespraech_gefuehrt'', ''fallbesprechung_gefuehrt'')))))';
END
$$;

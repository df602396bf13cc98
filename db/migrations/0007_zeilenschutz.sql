-- Row-level security (ADR 0027): PostgreSQL asks the permission matrix a second time. The group roles belong to the whole
-- cluster, and several databases may be migrated at once.
DO $$
DECLARE
  gruppe text;
BEGIN
  FOREACH gruppe IN ARRAY ARRAY['lotse_api', 'lotse_worker', 'lotse_loeschung', 'lotse_bericht'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = gruppe) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', gruppe);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
-- Who acts, as `mitAkteur` set it for the transaction: a colleague, or null for a part of the system.
CREATE FUNCTION lotse_akteur() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN w NOT LIKE 'system:%' THEN nullif(w, '')::uuid END FROM current_setting('lotse.akteur', true) w
$$;
--> statement-breakpoint
CREATE FUNCTION lotse_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN w LIKE 'system:%' THEN substr(w, 8) END FROM current_setting('lotse.akteur', true) w
$$;
--> statement-breakpoint
-- The business clock, because deadlines of access end on its days.
CREATE FUNCTION lotse_jetzt() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('lotse.jetzt', true), '')::timestamptz, now())
$$;
--> statement-breakpoint
CREATE FUNCTION lotse_heute() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (lotse_jetzt() AT TIME ZONE 'Europe/Berlin')::date
$$;
--> statement-breakpoint
-- Role of the actor while they work here; nobody else has rights (S3).
CREATE FUNCTION lotse_rolle() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT rolle FROM mitarbeitende WHERE id = lotse_akteur() AND aktiv AND aktiv_ab <= lotse_heute()
$$;
--> statement-breakpoint
CREATE FUNCTION lotse_eigenes_team() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT team_id FROM mitarbeitende WHERE id = lotse_akteur() AND aktiv AND aktiv_ab <= lotse_heute()
$$;
--> statement-breakpoint
-- Teams the actor leads, oversees or evaluates.
CREATE FUNCTION lotse_teams() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(team_id), '{}') FROM teamverantwortung WHERE mitarbeitende_id = lotse_akteur()
$$;
--> statement-breakpoint
-- Whom the actor represents (TR52): who comes next in the ring is computed by the domain and named by `mitAkteur`; here it
-- counts only for those of the actor's ring who really are absent on the day.
CREATE FUNCTION lotse_vertretene() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(v.fm), '{}')
  FROM unnest(coalesce(nullif(current_setting('lotse.vertritt', true), ''), '{}')::uuid[]) v(fm)
  CROSS JOIN LATERAL (
    SELECT mitglieder FROM vertretungsring WHERE team_id = lotse_eigenes_team() ORDER BY version DESC LIMIT 1
  ) ring
  WHERE v.fm = ANY (ring.mitglieder) AND lotse_akteur() = ANY (ring.mitglieder)
    AND EXISTS (
      SELECT FROM abwesenheit a
      WHERE a.mitarbeitende_id = v.fm AND a.storniert_am IS NULL AND lotse_heute() BETWEEN a.von AND a.bis
    )
$$;
--> statement-breakpoint
-- Cases drawn for the actor's teams, while their time of reading runs (T-50, R12).
CREATE FUNCTION lotse_stichprobe() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg((f.wert ->> 'fall')::uuid), '{}')
  FROM vorgang v, jsonb_array_elements(v.stand #> '{stichprobe,faelle}') f(wert)
  WHERE v.art = 'team' AND v.team_id = ANY (lotse_teams())
    AND jsonb_typeof(v.stand -> 'stichprobe') = 'object'
    AND (v.stand #>> '{stichprobe,leseBis}')::date >= lotse_heute()
$$;
--> statement-breakpoint
-- Cases the actor may look at for a reason given, until its end or an objection.
CREATE FUNCTION lotse_sonderzugriffe(gesucht text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(z.fall_id), '{}') FROM sonderzugriff z
  WHERE z.mitarbeitende_id = lotse_akteur() AND z.art = gesucht AND z.von <= lotse_jetzt() AND lotse_jetzt() < z.bis
    AND NOT EXISTS (
      SELECT FROM sonderzugriff_pruefung p WHERE p.sonderzugriff_id = z.id AND p.ergebnis = 'beanstandet'
    )
$$;
--> statement-breakpoint
-- Classes the actor's role reads or writes in a relation; with null either.
CREATE FUNCTION lotse_klassen(gesucht text, schreibend boolean) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(klasse), '{}') FROM berechtigung
  WHERE rolle = lotse_rolle() AND beziehung = gesucht
    AND CASE schreibend WHEN true THEN schreiben WHEN false THEN lesen ELSE true END
$$;
--> statement-breakpoint
-- May the running part of the system see (or change) rows of the table?
CREATE FUNCTION lotse_zweck(gesucht text, schreibend boolean) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM systemzugriff
    WHERE zweck = lotse_system() AND tabelle = gesucht AND (schreiben OR NOT schreibend)
  )
$$;
--> statement-breakpoint
-- Is the person in bFM, and so no longer at the Jour-Fixe (R11)?
CREATE FUNCTION lotse_in_begleitung(gesucht uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM fall WHERE person_id = gesucht AND offen AND fallzugang_am IS NOT NULL)
$$;
--> statement-breakpoint
-- The condition under which rows of a case in a class are the actor's business, as text for a policy. `f` is the alias of
-- the case, `klasse` an expression. Constants of the transaction stand in sub-selects, so that they are computed once.
CREATE FUNCTION lotse_fallbedingung(f text, klasse text, schreibend text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
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
    ('notzugriff', 'f.id = ANY ((SELECT lotse_sonderzugriffe(''notzugriff''))::uuid[])')
  ) b(beziehung, wann)
$$;
--> statement-breakpoint
-- The same for the rows of another Vorgang: a check record, the calendar of a team.
CREATE FUNCTION lotse_vorgangsbedingung(v text, klasse text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '(' || string_agg(
    format('(%s AND %s = ANY ((SELECT lotse_klassen(%L, false))::text[]))', replace(b.wann, 'v.', v || '.'), coalesce(b.fest, klasse), b.beziehung),
    ' OR ') || ')'
  FROM (VALUES
    ('betreuend', NULL, '(v.pap_id = (SELECT lotse_akteur()) OR v.fm_id = (SELECT lotse_akteur()))'),
    ('team', NULL, 'v.art = ''potenzial'' AND v.team_id = ANY ((SELECT lotse_teams())::uuid[])'),
    ('team', '''K6''', 'v.art = ''team'' AND v.team_id = ANY ((SELECT lotse_teams())::uuid[])'),
    ('mitglied', '''K6''', 'v.art = ''team'' AND v.team_id = (SELECT lotse_eigenes_team())')
  ) b(beziehung, fest, wann)
$$;
--> statement-breakpoint
-- The same for the rows of a person, with or without a case; `p` is the alias of the person.
CREATE FUNCTION lotse_personenbedingung(p text, klasse text, schreibend text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '(' || string_agg(
    format('(%s AND %s = ANY ((SELECT lotse_klassen(%L, %s))::text[]))', replace(b.wann, 'p.', p || '.'), klasse, b.beziehung, schreibend),
    ' OR ')
    || format(' OR EXISTS (SELECT FROM fall f WHERE f.person_id = %s.id AND %s)', p, lotse_fallbedingung('f', klasse, schreibend)) || ')'
  FROM (VALUES
    ('betreuend', '(p.pap_id = (SELECT lotse_akteur()) OR p.fm_u_25_id = (SELECT lotse_akteur()))'),
    ('jour_fixe', 'NOT lotse_in_begleitung(p.id)'),
    ('haus', 'true')
  ) b(beziehung, wann)
$$;
--> statement-breakpoint
-- Turns protection on for a table and lets the parts of the system in: the migrations, the worker, the erasure, and the
-- named purposes of the API.
CREATE PROCEDURE lotse_schuetze(tabelle text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabelle);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabelle);
  EXECUTE format('CREATE POLICY eigner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', tabelle);
  EXECUTE format('CREATE POLICY worker ON %I TO lotse_worker USING ((SELECT lotse_system()) IN (''worker'', ''wartung'')) WITH CHECK ((SELECT lotse_system()) IN (''worker'', ''wartung''))', tabelle);
  EXECUTE format('CREATE POLICY loeschung ON %I TO lotse_loeschung USING ((SELECT lotse_system()) = ''loeschung'') WITH CHECK ((SELECT lotse_system()) = ''loeschung'')', tabelle);
  EXECUTE format('CREATE POLICY zweck_liest ON %I FOR SELECT TO lotse_api USING ((SELECT lotse_zweck(%L, false)))', tabelle, tabelle);
  EXECUTE format('CREATE POLICY zweck_schreibt ON %I FOR INSERT TO lotse_api WITH CHECK ((SELECT lotse_zweck(%L, true)))', tabelle, tabelle);
  EXECUTE format('CREATE POLICY zweck_aendert ON %I FOR UPDATE TO lotse_api USING ((SELECT lotse_zweck(%L, true)))', tabelle, tabelle);
END
$$;
--> statement-breakpoint
-- Reading and, where a condition is given, writing by colleagues.
CREATE PROCEDURE lotse_erlaube(tabelle text, lesen text, schreiben text DEFAULT NULL) LANGUAGE plpgsql AS $$
BEGIN
  IF lesen IS NOT NULL THEN
    EXECUTE format('CREATE POLICY liest ON %I FOR SELECT TO lotse_api USING (%s)', tabelle, lesen);
    EXECUTE format('GRANT SELECT ON %I TO lotse_api', tabelle);
  END IF;
  IF schreiben IS NOT NULL THEN
    EXECUTE format('CREATE POLICY schreibt ON %I FOR INSERT TO lotse_api WITH CHECK (%s)', tabelle, schreiben);
    EXECUTE format('CREATE POLICY aendert ON %I FOR UPDATE TO lotse_api USING (%s)', tabelle, schreiben);
  END IF;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  im_fall text := 'EXISTS (SELECT FROM fall f WHERE f.id = %I.%I AND %s)';
  zur_person text := 'EXISTS (SELECT FROM person p WHERE p.id = %I.person_id AND %s)';
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'begleitperson', 'profiling', 'handlungsbedarf', 'handlungsbedarf_verlauf',
    'einwilligung', 'einwilligung_widerruf', 'fall', 'fall_ereignis', 'frist', 'eingangsqualitaet', 'abgangsbild',
    'vorgang', 'vorgang_ereignis', 'vorgang_frist', 'dokument', 'rueckmeldung', 'rueckmeldezugang', 'befehl', 'eingang',
    'ausgang', 'protokoll', 'interessenkonflikt', 'mitarbeitende', 'teamverantwortung', 'abwesenheit', 'vertretungsring',
    'qualifikation', 'sonderzugriff', 'sonderzugriff_pruefung', 'ziehungssaat'] LOOP
    CALL lotse_schuetze(t);
  END LOOP;

  CALL lotse_erlaube('fall', lotse_fallbedingung('fall', '''K1''', 'null'));
  CALL lotse_erlaube('frist', format(im_fall, 'frist', 'fall_id',
    lotse_fallbedingung('f', '''K1''', 'null')));
  CALL lotse_erlaube('fall_ereignis', format(im_fall, 'fall_ereignis', 'fall_id',
    lotse_fallbedingung('f', 'coalesce((SELECT e.klasse FROM ereignisklasse e WHERE e.art = fall_ereignis.art), ''K1'')', 'null')));
  CALL lotse_erlaube('eingangsqualitaet', format(im_fall, 'eingangsqualitaet', 'fall_id', lotse_fallbedingung('f', '''K2''', 'false')));
  CALL lotse_erlaube('abgangsbild', format(im_fall, 'abgangsbild', 'fall_id', lotse_fallbedingung('f', '''K2''', 'false')));
  CALL lotse_erlaube('rueckmeldung', format(im_fall, 'rueckmeldung', 'fall_id', lotse_fallbedingung('f', '''K5''', 'false')));
  CALL lotse_erlaube('vorgang', lotse_vorgangsbedingung('vorgang', '''K1'''));
  FOREACH t IN ARRAY ARRAY['vorgang_ereignis', 'vorgang_frist'] LOOP
    CALL lotse_erlaube(t, format('EXISTS (SELECT FROM vorgang v WHERE v.id = %I.vorgang_id AND %s)', t, lotse_vorgangsbedingung('v', '''K1''')));
  END LOOP;

  -- Own drafts until the command is recorded; then by class and relation. Valid texts are changed by nobody.
  CALL lotse_erlaube('dokument',
    '(stand = ''entwurf'' AND verfasser_id = (SELECT lotse_akteur()))'
    || ' OR (stand = ''gueltig'' AND (' || format(im_fall, 'dokument', 'fall_id', lotse_fallbedingung('f', 'dokument.klasse', 'false'))
    || ' OR EXISTS (SELECT FROM vorgang v WHERE v.id = dokument.vorgang_id AND ' || lotse_vorgangsbedingung('v', 'dokument.klasse') || ')'
    -- R05: what was said when the person was handed back.
    || ' OR EXISTS (SELECT FROM fall f JOIN fall_ereignis e ON e.fall_id = f.id WHERE f.id = dokument.fall_id'
    || ' AND f.aufnehmender_pap_id = (SELECT lotse_akteur()) AND e.befehl_id = dokument.befehl_id::text'
    || ' AND e.art IN (''rueckgabegespraech_gefuehrt'', ''fallbesprechung_gefuehrt''))))',
    'stand = ''entwurf'' AND verfasser_id = (SELECT lotse_akteur())');
  CREATE POLICY verwirft ON dokument FOR DELETE TO lotse_api USING (stand = 'entwurf' AND verfasser_id = (SELECT lotse_akteur()));

  -- The version of a person counts changes of what belongs to it, so whoever keeps one of these classes moves it on.
  CALL lotse_erlaube('person', lotse_personenbedingung('person', '''K0''', 'null'));
  EXECUTE 'CREATE POLICY schreibt ON person FOR INSERT TO lotse_api WITH CHECK (' || lotse_personenbedingung('person', '''K0''', 'true') || ')';
  EXECUTE 'CREATE POLICY aendert ON person FOR UPDATE TO lotse_api USING (' || lotse_personenbedingung('person', '''K0''', 'null')
    || ') WITH CHECK ((SELECT lotse_akteur()) IS NOT NULL)';
  CALL lotse_erlaube('begleitperson', format(zur_person, 'begleitperson', lotse_personenbedingung('p', '''K0''', 'false')),
    format(zur_person, 'begleitperson', lotse_personenbedingung('p', '''K0''', 'true')));
  FOREACH t IN ARRAY ARRAY['profiling', 'handlungsbedarf'] LOOP
    CALL lotse_erlaube(t, format(zur_person, t, lotse_personenbedingung('p', '''K2''', 'false')),
      format(zur_person, t, lotse_personenbedingung('p', '''K2''', 'true')));
  END LOOP;
  CALL lotse_erlaube('handlungsbedarf_verlauf', 'EXISTS (SELECT FROM handlungsbedarf h WHERE h.id = handlungsbedarf_id)',
    'EXISTS (SELECT FROM handlungsbedarf h WHERE h.id = handlungsbedarf_id)');
  CALL lotse_erlaube('einwilligung', format(zur_person, 'einwilligung', lotse_personenbedingung('p', '''K3''', 'false')),
    format(zur_person, 'einwilligung', lotse_personenbedingung('p', '''K3''', 'true')));
  CALL lotse_erlaube('einwilligung_widerruf', 'EXISTS (SELECT FROM einwilligung e WHERE e.id = einwilligung_id)',
    'EXISTS (SELECT FROM einwilligung e WHERE e.id = einwilligung_id)');
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  leitung text := '(SELECT lotse_rolle()) IN (''tl'', ''bereichsleitung'')';
  im_haus text := '(SELECT lotse_rolle()) IS NOT NULL';
  ihr text := 'mitarbeitende_id = (SELECT lotse_akteur())';
  gefuehrt text := 'mitarbeitende_id IN (SELECT m.id FROM mitarbeitende m WHERE m.team_id = ANY ((SELECT lotse_teams())::uuid[]))';
BEGIN
  CALL lotse_erlaube('befehl', 'akteur_id = (SELECT lotse_akteur())', 'akteur_id = (SELECT lotse_akteur())');
  CALL lotse_erlaube('eingang', 'an_person = (SELECT lotse_akteur()) OR vertretung = (SELECT lotse_akteur())'
    || ' OR an_person = ANY ((SELECT lotse_vertretene())::uuid[])'
    || ' OR (an_person IS NULL AND an_rolle = (SELECT lotse_rolle()) AND team_id = ANY ((SELECT lotse_teams())::uuid[]))');
  CREATE POLICY liest_ab ON eingang FOR UPDATE TO lotse_api USING (true);
  CREATE POLICY kuendigt_an ON ausgang FOR INSERT TO lotse_api WITH CHECK ((SELECT lotse_rolle()) IS NOT NULL AND empfaenger IS NULL AND leistungserbringer_id IS NULL);
  CREATE POLICY vermerkt ON protokoll FOR INSERT TO lotse_api WITH CHECK (akteur_id IS NOT DISTINCT FROM (SELECT lotse_akteur()));
  -- R26: the whole log; R12: that of the own team: of its cases, of their persons, of the check records.
  CALL lotse_erlaube('protokoll', '''K7'' = ANY ((SELECT lotse_klassen(''haus'', false))::text[]) OR (fall_id IS NOT NULL AND EXISTS (SELECT FROM fall f WHERE f.id = protokoll.fall_id AND '
    || lotse_fallbedingung('f', '''K7''', 'false') || '))'
    || ' OR (person_id IS NOT NULL AND EXISTS (SELECT FROM person p WHERE p.id = protokoll.person_id AND '
    || lotse_personenbedingung('p', '''K7''', 'false') || '))'
    || ' OR (vorgang_id IS NOT NULL AND EXISTS (SELECT FROM vorgang v WHERE v.id = protokoll.vorgang_id AND v.art = ''potenzial'' AND '
    || lotse_vorgangsbedingung('v', '''K7''') || '))');
  CALL lotse_erlaube('interessenkonflikt', 'fm_id = (SELECT lotse_akteur()) OR vermerkt_von = (SELECT lotse_akteur()) OR ' || leitung,
    'fm_id = (SELECT lotse_akteur()) OR ' || leitung);
  -- Anybody may lock a row, so that what was checked about a colleague holds; only the leaders change one.
  CALL lotse_erlaube('mitarbeitende', im_haus);
  EXECUTE 'CREATE POLICY schreibt ON mitarbeitende FOR INSERT TO lotse_api WITH CHECK (' || leitung || ')';
  EXECUTE 'CREATE POLICY aendert ON mitarbeitende FOR UPDATE TO lotse_api USING (' || im_haus
    || ') WITH CHECK (' || leitung || ')';
  CALL lotse_erlaube('teamverantwortung', im_haus, leitung);
  CREATE POLICY entzieht ON teamverantwortung FOR DELETE TO lotse_api USING ((SELECT lotse_rolle()) IN ('tl', 'bereichsleitung'));
  CALL lotse_erlaube('vertretungsring', im_haus, leitung);
  CALL lotse_erlaube('abwesenheit', im_haus, ihr || ' OR ' || gefuehrt);
  CALL lotse_erlaube('qualifikation', ihr || ' OR ' || gefuehrt, gefuehrt);
  CALL lotse_erlaube('sonderzugriff', ihr || ' OR EXISTS (SELECT FROM fall f WHERE f.id = fall_id AND f.team_id = ANY ((SELECT lotse_teams())::uuid[]))', ihr);
  CALL lotse_erlaube('sonderzugriff_pruefung', 'EXISTS (SELECT FROM sonderzugriff z WHERE z.id = sonderzugriff_id)',
    '(SELECT lotse_rolle()) = ''tl'' AND geprueft_von = (SELECT lotse_akteur()) AND EXISTS (SELECT FROM sonderzugriff z WHERE z.id = sonderzugriff_id AND z.mitarbeitende_id <> (SELECT lotse_akteur()))');
  CALL lotse_erlaube('ziehungssaat', '(SELECT lotse_rolle()) = ''bereichsleitung'' AND team_id = ANY ((SELECT lotse_teams())::uuid[])',
    '(SELECT lotse_rolle()) = ''bereichsleitung'' AND team_id = ANY ((SELECT lotse_teams())::uuid[])');
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, drizzle TO lotse_api, lotse_worker, lotse_loeschung;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO lotse_api, lotse_worker, lotse_loeschung;
--> statement-breakpoint
-- Master data without reference to persons, and the views; what colleagues may do with them is the use cases' business.
GRANT SELECT ON team, policyversion, policyfreigabe, policymigration, policymigrationsschritt, policymigrationsauftrag,
  kalenderabweichung, fallnummernkreis, thema, themenzustaendigkeit, leistungserbringer, kooperationsvereinbarung,
  berechtigung, ereignisklasse, systemzugriff, jede_frist, rueckmeldezugang TO lotse_api;
--> statement-breakpoint
GRANT INSERT ON team, policyversion, policyfreigabe, policymigration, policymigrationsschritt, policymigrationsauftrag,
  kalenderabweichung, fallnummernkreis, thema, themenzustaendigkeit, leistungserbringer, kooperationsvereinbarung,
  mitarbeitende, teamverantwortung, abwesenheit, vertretungsring, qualifikation, ziehungssaat, interessenkonflikt,
  person, begleitperson, profiling, handlungsbedarf, handlungsbedarf_verlauf, einwilligung, einwilligung_widerruf,
  befehl, dokument, eingang, ausgang, protokoll, rueckmeldung, sonderzugriff, sonderzugriff_pruefung TO lotse_api;
--> statement-breakpoint
GRANT UPDATE ON team, fallnummernkreis, thema, themenzustaendigkeit, leistungserbringer, mitarbeitende, abwesenheit,
  interessenkonflikt, person, begleitperson, handlungsbedarf, befehl TO lotse_api;
--> statement-breakpoint
GRANT UPDATE (stand) ON dokument TO lotse_api;
--> statement-breakpoint
GRANT UPDATE (gelesen_am) ON eingang TO lotse_api;
--> statement-breakpoint
GRANT UPDATE (verbraucht_am) ON rueckmeldezugang TO lotse_api;
--> statement-breakpoint
GRANT DELETE ON dokument, teamverantwortung, themenzustaendigkeit TO lotse_api;
--> statement-breakpoint
-- The worker records and delivers. It never reads the text of a document.
GRANT SELECT, INSERT, UPDATE ON fall, fall_ereignis, frist, vorgang, vorgang_ereignis, vorgang_frist, eingangsqualitaet,
  abgangsbild, befehl, eingang, ausgang, protokoll, person, rueckmeldezugang TO lotse_worker;
--> statement-breakpoint
GRANT SELECT ON begleitperson, profiling, handlungsbedarf, handlungsbedarf_verlauf, einwilligung, einwilligung_widerruf,
  rueckmeldung, mitarbeitende, team, teamverantwortung, abwesenheit, vertretungsring, interessenkonflikt, thema,
  themenzustaendigkeit, leistungserbringer, kooperationsvereinbarung, policyversion, policyfreigabe, policymigration,
  policymigrationsschritt, policymigrationsauftrag, kalenderabweichung, jede_frist, ziehungssaat, sonderzugriff,
  sonderzugriff_pruefung, systemzugriff, berechtigung, ereignisklasse TO lotse_worker;
--> statement-breakpoint
GRANT INSERT ON ziehungssaat, policyfreigabe TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, fall_id, vorgang_id, befehl_id, klasse, feld, stand, verfasser_id, erstellt_am), UPDATE (stand), DELETE
  ON dokument TO lotse_worker;
--> statement-breakpoint
-- Rows of these are locked, not changed, so that a decision rests on what it saw (V-75).
GRANT UPDATE (version) ON handlungsbedarf, mitarbeitende, leistungserbringer TO lotse_worker;
--> statement-breakpoint
CREATE TRIGGER sonderzugriff_nur_anfuegen BEFORE UPDATE OR DELETE ON sonderzugriff
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER sonderzugriff_pruefung_nur_anfuegen BEFORE UPDATE OR DELETE ON sonderzugriff_pruefung
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();

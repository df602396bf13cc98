-- The worker reads no text (SECURITY.md): what somebody wrote, and who a person is, is not among its columns. What it has to keep
-- of labels, the pictures of V-18 and E35, PostgreSQL takes itself.
REVOKE SELECT, INSERT, UPDATE ON person FROM lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, geburtsdatum, rechtskreis, erwerbsfaehig, pap_id, fm_u_25_id, verstorben_am, verzogen_am, version),
  UPDATE (pap_id, version) ON person TO lotse_worker;
--> statement-breakpoint
REVOKE SELECT ON begleitperson, profiling, handlungsbedarf, einwilligung, mitarbeitende, leistungserbringer,
  kooperationsvereinbarung, policyversion, sonderzugriff, sonderzugriff_pruefung, interessenkonflikt, thema FROM lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, person_id, rolle, bei_terminabsage_informieren, version) ON begleitperson TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, person_id, datum, profillage, erfasst_am) ON profiling TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, person_id, schluesselgruppe, status, version) ON handlungsbedarf TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, person_id, zweck, datenkategorien, entbundene_stellen, form, erteilt_am, gueltig_bis, erfasst_am, leistungserbringer_id)
  ON einwilligung TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, email, rolle, team_id, anteil, aktiv, aktiv_ab, aktiv_bis, version) ON mitarbeitende TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, email, aktiv, version) ON leistungserbringer TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, leistungserbringer_id, gueltig_ab, gueltig_bis, jahresbericht) ON kooperationsvereinbarung TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (name, wahl, gueltig_ab) ON policyversion TO lotse_worker;
--> statement-breakpoint
GRANT SELECT (id, aktiv) ON thema TO lotse_worker;
--> statement-breakpoint
REVOKE SELECT, INSERT, UPDATE ON eingangsqualitaet, abgangsbild FROM lotse_worker;
--> statement-breakpoint
-- Profile and Handlungsbedarfe of a person as the record shows them; the names are those of db/schema/person.ts.
CREATE FUNCTION lotse_bild_der_akte(gesucht uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'profil', (
      SELECT jsonb_build_object('id', p.id, 'personId', p.person_id, 'datum', p.datum, 'profillage', p.profillage, 'anlass', p.anlass,
        'abgesichert', p.abgesichert, 'ressourcen', p.ressourcen, 'erstelltVon', p.erstellt_von,
        'erfasstAm', to_char(p.erfasst_am AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      FROM profiling p WHERE p.person_id = gesucht ORDER BY p.datum DESC, p.erfasst_am DESC, p.id DESC LIMIT 1),
    'handlungsbedarfe', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', h.id, 'personId', h.person_id, 'schluesselgruppe', h.schluesselgruppe,
        'bezeichnung', h.bezeichnung, 'status', h.status, 'erkanntAm', h.erkannt_am, 'erkanntVon', h.erkannt_von,
        'erkanntInPhase', h.erkannt_in_phase, 'massgeblichFuerUebergabe', h.massgeblich_fuer_uebergabe, 'version', h.version)
        ORDER BY h.id)
      FROM handlungsbedarf h WHERE h.person_id = gesucht), '[]'::jsonb))
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION lotse_bild_der_akte(uuid) FROM PUBLIC;
--> statement-breakpoint
-- They give nothing back: the worker says for which case and when.
CREATE FUNCTION lotse_halte_eingangsqualitaet_fest(fuer uuid, wessen uuid, am timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO eingangsqualitaet (fall_id, festgehalten_am, bild) VALUES (fuer, am, lotse_bild_der_akte(wessen)) ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
CREATE FUNCTION lotse_halte_abgangsbild_fest(ereignis text, fuer uuid, wessen uuid, am timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO abgangsbild (ereignis_id, fall_id, festgehalten_am, bild) VALUES (ereignis, fuer, am, lotse_bild_der_akte(wessen))
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION lotse_halte_eingangsqualitaet_fest(uuid, uuid, timestamptz), lotse_halte_abgangsbild_fest(text, uuid, uuid, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lotse_halte_eingangsqualitaet_fest(uuid, uuid, timestamptz), lotse_halte_abgangsbild_fest(text, uuid, uuid, timestamptz) TO lotse_worker;
--> statement-breakpoint
-- V-04 counts distinct labels: which are the same is a number, not the label.
CREATE FUNCTION lotse_zaehlbare_bedarfe(wessen uuid) RETURNS TABLE (schluesselgruppe text, status text, bezeichnung text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.schluesselgruppe, h.status,
    dense_rank() OVER (ORDER BY lower(regexp_replace(h.bezeichnung, '^\s+|\s+$', '', 'g') COLLATE "de-x-icu"))::text
  FROM handlungsbedarf h WHERE h.person_id = wessen
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION lotse_zaehlbare_bedarfe(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lotse_zaehlbare_bedarfe(uuid) TO lotse_worker;
--> statement-breakpoint
-- The erasure finds rows by ids, days and states; what it deletes it does not read.
DO $$
DECLARE
  ohne record;
BEGIN
  FOR ohne IN SELECT * FROM (VALUES
    ('dokument', ARRAY['text']), ('person', ARRAY['name', 'kundennummer', 'bg_nummer', 'bevorzugte_sprache']),
    ('begleitperson', ARRAY['name', 'kontakt']), ('handlungsbedarf', ARRAY['bezeichnung']), ('profiling', ARRAY['ressourcen']),
    ('handlungsbedarf_naeheres', ARRAY['handlungsfeld', 'wirksames_instrument']), ('einwilligung', ARRAY['empfaenger']),
    ('eaktenverweis', ARRAY['nummer', 'titel']), ('eingangsqualitaet', ARRAY['bild']), ('abgangsbild', ARRAY['bild']),
    ('sonderzugriff', ARRAY['grund']), ('sonderzugriff_freigabe', ARRAY['grund']), ('loeschantrag', ARRAY['grund']),
    ('loeschsperre', ARRAY['grund', 'aufhebungsgrund']), ('bestreitung', ARRAY['grund']), ('bedarfsentscheidung', ARRAY['grund']),
    ('policyversion', ARRAY['begruendung'])
  ) t(tabelle, spalten) LOOP
    EXECUTE format('REVOKE SELECT ON %I FROM lotse_loeschung', ohne.tabelle);
    EXECUTE format('GRANT SELECT (%s) ON %I TO lotse_loeschung', (
      SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = ohne.tabelle AND NOT (column_name = ANY (ohne.spalten))), ohne.tabelle);
  END LOOP;
END
$$;
